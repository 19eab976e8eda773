using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>
/// Finds the stored release that one of a reading is: by info hash, else by the feed's id, else by normalised name and size within 1 %.
/// A whole reading is looked up by a few queries; what it adds is found again in it.
/// </summary>
internal sealed class ReleaseLookup
{
    private readonly Dictionary<string, ReleaseRow> _byHash = [];
    private readonly Dictionary<(string Feed, string Id), ReleaseRow> _byFeed = [];
    private readonly Dictionary<string, List<ReleaseRow>> _byName = [];

    private ReleaseLookup(IEnumerable<ReleaseRow> rows)
    {
        foreach (var row in rows.OrderBy(row => row.Id))
            Add(row);
    }

    public static async Task<ReleaseLookup> OfAsync(FelDbContext context, IReadOnlyList<(Release Release, string NameKey)> reading, CancellationToken cancellationToken)
    {
        var hashes = reading.Select(one => HashOf(one.Release)).OfType<string>().Distinct().ToList();
        var names = reading.Select(one => one.NameKey).Where(key => key.Length > 0).Distinct().ToList();
        HashSet<ReleaseRow> rows = [];
        if (hashes.Count > 0)
            rows.UnionWith(await context.Releases.Where(row => hashes.Contains(row.InfoHash!)).ToListAsync(cancellationToken));
        foreach (var feed in reading.Where(one => !string.IsNullOrEmpty(one.Release.FeedId)).GroupBy(one => one.Release.Feed))
        {
            var ids = feed.Select(one => one.Release.FeedId!).Distinct().ToList();
            rows.UnionWith(await context.Releases.Where(row => row.Feed == feed.Key && ids.Contains(row.FeedId!)).ToListAsync(cancellationToken));
        }

        if (names.Count > 0)
            rows.UnionWith(await context.Releases.Where(row => names.Contains(row.NameKey)).ToListAsync(cancellationToken));
        return new ReleaseLookup(rows);
    }

    public ReleaseRow? Find(Release release, string nameKey)
    {
        if (HashOf(release) is { } hash && _byHash.TryGetValue(hash, out var same))
            return same;
        if (release.FeedId is { Length: > 0 } id && _byFeed.TryGetValue((release.Feed, id), out same))
            return same;
        return _byName.GetValueOrDefault(nameKey)?.Find(row => SameSize(row.Bytes, release.Bytes));
    }

    /// <summary>Makes a row known by what it is known by now; the first of several stays the one.</summary>
    public void Add(ReleaseRow row)
    {
        if (row.InfoHash is { Length: > 0 } hash)
            _byHash.TryAdd(hash, row);
        if (row.FeedId is { Length: > 0 } id)
            _byFeed.TryAdd((row.Feed, id), row);
        if (row.NameKey.Length == 0)
            return;
        if (!_byName.TryGetValue(row.NameKey, out var namesakes))
            _byName[row.NameKey] = namesakes = [];
        if (!namesakes.Contains(row))
            namesakes.Add(row);
    }

    private static string? HashOf(Release release) => string.IsNullOrEmpty(release.InfoHash) ? null : release.InfoHash.ToLowerInvariant();

    /// <summary>A size that one side does not tell contradicts nothing.</summary>
    private static bool SameSize(long? stored, long? offered) =>
        stored is not { } one || offered is not { } other || Math.Abs(one - other) <= Math.Max(one, other) / 100.0;
}
