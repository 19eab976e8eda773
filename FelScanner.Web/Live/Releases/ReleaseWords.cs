using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Live.Releases;

/// <summary>A release in the words of the page.</summary>
public static class ReleaseWords
{
    /// <summary>The verdict's word and its colour's class.</summary>
    public static (string Word, string Tone) Verdict(JudgedRelease judged) => judged.Verdict switch
    {
        { Kind: VerdictKind.Notify } when judged.RequestId is not null => ("Asked", "ask"),
        { Kind: VerdictKind.Notify } => ("Upgrade", "ask"),
        { Kind: VerdictKind.Unsure } => ("Unsure", "unsure"),
        { Kind: VerdictKind.Error } => ("Error", "err"),
        { Veto: "not_a_film" } => ("Not a film", ""),
        { Veto: "no_film" } => ("Not owned", ""),
        _ when judged.Blocked => ("Never", ""),
        _ => ("Quiet", ""),
    };

    public static string Film(JudgedRelease judged) => judged switch
    {
        { FilmTitle: { } title } => judged.FilmYear is { } year ? $"{title} ({year})" : title,
        { Parsed: { Tv: true, Season: { } season, Title: { } show } } => $"{show}, season {season}",
        { Parsed: { Title: { } parsed, Year: { } told } } => $"{parsed} ({told})",
        { Parsed.Title: { } parsed } => parsed,
        _ => judged.Release.Name,
    };

    public static string WhyTitle(JudgedRelease judged) => judged.Verdict.Kind switch
    {
        VerdictKind.Notify when judged.RequestId is not null => "Why you were asked",
        VerdictKind.Notify => "Why it is an upgrade",
        VerdictKind.Unsure => "Why it is unsure",
        VerdictKind.Error => "What went wrong",
        _ => "Why you were not asked",
    };

    public static string Evidence(Evidence evidence) => evidence switch
    {
        Core.Domain.Quality.Evidence.Proven => "proven: the file itself was read",
        Core.Domain.Quality.Evidence.Marked => "marked by the owner",
        Core.Domain.Quality.Evidence.Told => "told: the name or description says the layer",
        Core.Domain.Quality.Evidence.ProfileTold => "profile told: profile 7, but not which layer",
        Core.Domain.Quality.Evidence.Inferred => "inferred: UHD remux with DV, not hybrid. The name does not tell the layer.",
        Core.Domain.Quality.Evidence.Plex => "Plex says profile 7; it cannot tell which layer",
        _ => "none: nothing speaks of Dolby Vision profile 7",
    };

    public static string Said(JudgedRelease judged)
    {
        var parsed = judged.Parsed;
        string?[] parts =
        [
            parsed.Title is { } title ? $"“{title}”" : "no title",
            parsed.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            parsed.Tv ? "TV" : null,
            parsed.Source,
            parsed.Remux ? "remux" : null,
            parsed.Hybrid ? "hybrid" : null,
            parsed.Disc ? "full disc" : null,
            parsed.ReEncode ? "re-encode" : null,
            parsed.Codec,
            parsed.Edition.Count > 0 ? string.Join(", ", parsed.Edition) : null,
            parsed.Group is { } group ? $"group {group}" : null,
        ];
        return string.Join(" · ", parts.Where(part => part is not null));
    }
}
