using FelScanner.Core.Ports;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Pages of a query; numbers below 1 are taken as 1.</summary>
internal static class Paging
{
    public static async Task<Page<T>> OfAsync<TRow, T>(
        IQueryable<TRow> all, IQueryable<TRow> sorted, int page, int pageSize, Func<TRow, T> read, CancellationToken cancellationToken)
    {
        var (number, size) = Bounds(page, pageSize);
        var total = await all.CountAsync(cancellationToken);
        var rows = await CutAsync(sorted, number, size, total, cancellationToken);
        return new([.. rows.Select(read)], number, size, total);
    }

    /// <summary>
    /// A page of what a search finds, where finding costs a look at every row: the page first, and then only what lies behind its last row is counted,
    /// so that every row is looked at once.
    /// </summary>
    public static async Task<Page<TRow>> OnePassAsync<TRow>(
        IQueryable<TRow> sorted, Func<TRow, IQueryable<TRow>> behind, int page, int pageSize, CancellationToken cancellationToken)
    {
        var (number, size) = Bounds(page, pageSize);
        var rows = await Cut(sorted, number, size).ToListAsync(cancellationToken);
        var before = (long)(number - 1) * size;
        var total = rows switch
        {
            [] when before > 0 => await sorted.CountAsync(cancellationToken),
            [.., var last] when rows.Count == size => before + size + await behind(last).CountAsync(cancellationToken),
            _ => before + rows.Count,
        };
        return new(rows, number, size, (int)total);
    }

    /// <summary>What is nearer to the end is counted from there: SQLite walks over every row that is skipped.</summary>
    private static async Task<List<TRow>> CutAsync<TRow>(IQueryable<TRow> sorted, int number, int size, int total, CancellationToken cancellationToken)
    {
        var before = (long)(number - 1) * size;
        var after = total - before - size;
        if (before >= total)
            return [];
        if (before <= after)
            return await Cut(sorted, number, size).ToListAsync(cancellationToken);
        var rows = await sorted.Reverse().Skip((int)Math.Max(0, after)).Take((int)Math.Min(size, total - before)).ToListAsync(cancellationToken);
        rows.Reverse();
        return rows;
    }

    private static (int Number, int Size) Bounds(int page, int pageSize) => (Math.Max(1, page), Math.Clamp(pageSize, 1, 1000));

    public static IQueryable<TRow> Cut<TRow>(IQueryable<TRow> sorted, int number, int size) =>
        sorted.Skip((int)Math.Min((long)(number - 1) * size, int.MaxValue)).Take(size);
}
