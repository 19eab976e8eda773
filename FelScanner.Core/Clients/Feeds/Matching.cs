using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>Picks a film's releases out of a feed that cannot be searched.</summary>
internal static class Matching
{
    public static IReadOnlyList<Release> Films(IReadOnlyList<Release> releases, FilmQuery query)
    {
        var title = Letters(query.Title);
        return
        [
            .. releases.Where(r => (query.TmdbId is not null && r.TmdbId == query.TmdbId) || (query.ImdbId is { Length: > 2 } && r.ImdbId == query.ImdbId)
                || (title.Length > 0 && Letters(r.Name).StartsWith(title, StringComparison.OrdinalIgnoreCase))),
        ];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
