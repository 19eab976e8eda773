using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>
/// A search in download_history. It looks at every title, but only at titles: they lie in an index of their own, in the order of the list,
/// a sixth of the table's size. The rows themselves are read for the page alone.
/// </summary>
internal static class HistorySearch
{
    public static async Task<Page<HistoryEntryRow>> PageAsync(FelDbContext context, string query, int page, int pageSize, CancellationToken cancellationToken)
    {
        var found = Titles(context, query);
        var keys = await Paging.OnePassAsync(
            found.OrderByDescending(key => key.StartedAt).ThenByDescending(key => key.Id),
            last => found.Where(key => key.StartedAt <= last.StartedAt && (key.StartedAt < last.StartedAt || key.Id < last.Id)),
            page, pageSize, cancellationToken);
        long[] ids = [.. keys.Items.Select(key => key.Id)];
        var rows = ids.Length == 0 ? [] : await context.History.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return new([.. ids.Select(id => rows[id])], keys.Number, keys.Size, keys.Total);
    }

    /// <summary>Where a row stands in the list, of every row whose film's or release's title holds the text.</summary>
    internal static IQueryable<Key> Titles(FelDbContext context, string query)
    {
        var pattern = LikePattern.Containing(query);
        var rows = context.History.AsNoTracking();

        // Without the escape, which hardly anybody types a reason for, SQLite compares a sixth faster.
        var found = pattern.Contains(LikePattern.Escape, StringComparison.Ordinal)
            ? rows.Where(row => EF.Functions.Like(row.MovieTitle, pattern, LikePattern.Escape) || EF.Functions.Like(row.TorrentTitle, pattern, LikePattern.Escape))
            : rows.Where(row => EF.Functions.Like(row.MovieTitle, pattern) || EF.Functions.Like(row.TorrentTitle, pattern));
        return found.Select(row => new Key { Id = row.Id, StartedAt = row.StartedAt });
    }

    internal sealed class Key
    {
        public long Id { get; init; }

        public DateTimeOffset StartedAt { get; init; }
    }
}
