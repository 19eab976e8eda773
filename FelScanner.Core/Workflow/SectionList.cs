using System.Globalization;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>What Plex listed of one chosen library.</summary>
internal sealed record SectionList(PlexSection Section, IReadOnlyList<PlexListing> Films)
{
    /// <summary>False: the list is empty or broke off before the total it had told, so that it proves nothing of what is not in it.</summary>
    public bool IsWhole => Films.Count > 0 && Films.Count >= Films[^1].Total;

    /// <summary>Keys that are stored but not listed, from libraries that are listed whole or not chosen any more.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<SectionList> lists, IReadOnlyDictionary<string, KnownItem> known)
    {
        HashSet<string> seen = [.. lists.SelectMany(list => list.Films).Select(film => film.Key)];
        HashSet<string> doubtful = [.. lists.Where(list => !list.IsWhole).Select(list => list.Section.Key)];
        return [.. known.Where(item => !seen.Contains(item.Key) && !doubtful.Contains(item.Value.SectionKey)).Select(item => item.Key)];
    }

    /// <summary>What a person should know of a reading that came to its end; null when nothing.</summary>
    public static string? Problems(IReadOnlyList<SectionList> lists, IReadOnlyDictionary<string, KnownItem> known, int unread)
    {
        var kept = lists.Where(list => !list.IsWhole).Select(list => (list.Section.Title, Films: known.Values.Count(item => item.SectionKey == list.Section.Key)))
            .Where(list => list.Films > 0)
            .Select(list => string.Create(CultureInfo.InvariantCulture, $"Plex listed only a part of {list.Title}, or nothing: its {list.Films:N0} films are kept."));
        var left = unread > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{unread:N0} films could not be read; they are tried again.")] : Array.Empty<string>();
        return string.Join(' ', kept.Concat(left)) is { Length: > 0 } problems ? problems : null;
    }
}
