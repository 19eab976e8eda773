using FelScanner.Core.Ports;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Pages of a query; numbers below 1 are taken as 1.</summary>
internal static class Paging
{
    public static async Task<Page<T>> OfAsync<TRow, T>(
        IQueryable<TRow> all, IQueryable<TRow> sorted, int page, int pageSize, Func<TRow, T> read, CancellationToken cancellationToken)
    {
        var (number, size) = (Math.Max(1, page), Math.Clamp(pageSize, 1, 1000));
        var total = await all.CountAsync(cancellationToken);
        var rows = await Cut(sorted, number, size).ToListAsync(cancellationToken);
        return new([.. rows.Select(read)], number, size, total);
    }

    public static IQueryable<TRow> Cut<TRow>(IQueryable<TRow> sorted, int number, int size) =>
        sorted.Skip((int)Math.Min((long)(number - 1) * size, int.MaxValue)).Take(size);
}
