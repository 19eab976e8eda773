using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Puts rows into the outbox inside somebody's transaction; rows of one kind and key become one while they wait.</summary>
internal static class OutboxWriting
{
    public static async Task PutAsync(FelDbContext context, IReadOnlyList<OutboxItem> items, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            var row = context.Outbox.Local.SingleOrDefault(row => row.Kind == item.Kind && row.Key == item.Key)
                ?? await context.Outbox.SingleOrDefaultAsync(row => row.Kind == item.Kind && row.Key == item.Key, cancellationToken);
            if (row is null)
                context.Outbox.Add(First(item, now));
            else
                Again(row, item, now);
        }
    }

    private static OutboxEntryRow First(OutboxItem item, DateTimeOffset now) => new()
    {
        Kind = item.Kind,
        Key = item.Key,
        Payload = item.Payload,
        NotBefore = item.NotBefore ?? now,
        Version = 1,
        CreatedAt = now,
    };

    private static void Again(OutboxEntryRow row, OutboxItem item, DateTimeOffset now)
    {
        row.Payload = item.Payload;
        row.Version++;

        // A row that failed waits for its backoff whatever it says now; else the earlier wish holds, so that news is never late.
        var wish = item.NotBefore ?? now;
        if (row.Attempts == 0 && wish < row.NotBefore)
            row.NotBefore = wish;
    }
}
