using FelScanner.Core.Ports;
using Microsoft.AspNetCore.WebUtilities;

namespace FelScanner.Web.Live.Releases;

/// <summary>What the releases page shows, as it stands in the address.</summary>
public sealed record ReleaseQuery(string? Show, string? Feed, string? Text, int Page, long? Open)
{
    /// <summary>The evidence filter's words in the address, and what people read.</summary>
    public static IReadOnlyList<(string Word, string Text)> EvidenceWords { get; } =
        [("", "Any evidence"), ("told", "Layer told"), ("profile_told", "Profile 7 told"), ("inferred", "Inferred from the name"), ("none", "No profile 7")];

    /// <summary>One of <see cref="EvidenceWords"/>.</summary>
    public string? Evidence { get; init; }

    /// <summary>Our id of the only film to show.</summary>
    public long? Film { get; init; }

    public ReleaseFilter Filter => new(
        Verdict: Show is "notify" or "skip" or "unsure" or "error" ? Show : null,
        Query: string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(),
        Feed: Feed,
        FilmId: Film,
        Evidence: Evidence switch
        {
            "told" => Core.Domain.Quality.Evidence.Told,
            "profile_told" => Core.Domain.Quality.Evidence.ProfileTold,
            "inferred" => Core.Domain.Quality.Evidence.Inferred,
            "none" => Core.Domain.Quality.Evidence.None,
            _ => null,
        },
        Available: Show == "available" ? true : null,
        MaybeFel: Show == "maybe" ? true : null);

    public string Address
    {
        get
        {
            var parts = new Dictionary<string, string?>();
            Add(parts, "show", Show);
            Add(parts, "feed", Feed);
            Add(parts, "evidence", Evidence);
            Add(parts, "film", Film is { } film ? $"{film}" : null);
            Add(parts, "q", Text);
            Add(parts, "page", Page > 1 ? $"{Page}" : null);
            Add(parts, "open", Open is { } id ? $"{id}" : null);
            return QueryHelpers.AddQueryString("releases", parts);
        }
    }

    /// <summary>The export of what is shown, as far as the API's filters go.</summary>
    public string ExportAddress
    {
        get
        {
            var parts = new Dictionary<string, string?>();
            Add(parts, "verdict", Filter.Verdict);
            Add(parts, "feed", Feed);
            Add(parts, "q", Text);
            return QueryHelpers.AddQueryString("api/releases/export", parts);
        }
    }

    private static void Add(Dictionary<string, string?> parts, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            parts[name] = value;
    }
}
