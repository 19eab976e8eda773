using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>The outbox table and where each card's message stands.</summary>
internal sealed class OutboxStore(FelDatabase database, TimeProvider clock) : IOutbox
{
    public Task PutAsync(IReadOnlyList<OutboxItem> items, CancellationToken cancellationToken) =>
        database.WriteAsync(async context =>
        {
            await OutboxWriting.PutAsync(context, items, clock.GetUtcNow(), cancellationToken);
            return true;
        }, cancellationToken);

    public Task<IReadOnlyList<OutboxRow>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OutboxRow>>(async context =>
        {
            var rows = await context.Outbox.AsNoTracking().Where(row => row.NotBefore <= now).OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken);
            return [.. rows.Select(Read)];
        }, cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.Outbox.OrderBy(row => row.NotBefore).Select(row => (DateTimeOffset?)row.NotBefore).FirstOrDefaultAsync(cancellationToken), cancellationToken);

    public Task DoneAsync(OutboxRow row, CardPlace? place, CancellationToken cancellationToken) =>
        database.WriteAsync(async context =>
        {
            var told = await context.Outbox.Where(waiting => waiting.Id == row.Id && waiting.Version == row.Version).ExecuteDeleteAsync(cancellationToken);
            if (told == 0)
                await RestartAsync(context, row, cancellationToken);
            if (place is not null)
                await PlaceAsync(context, place, cancellationToken);
            return true;
        }, cancellationToken);

    public Task LaterAsync(OutboxRow row, DateTimeOffset notBefore, string error, CancellationToken cancellationToken) =>
        database.WriteAsync(
            context => context.Outbox.Where(waiting => waiting.Id == row.Id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(waiting => waiting.Attempts, waiting => waiting.Attempts + 1)
                    .SetProperty(waiting => waiting.NotBefore, notBefore)
                    .SetProperty(waiting => waiting.LastError, error),
                cancellationToken),
            cancellationToken);

    public Task PostponeAsync(OutboxRow row, DateTimeOffset notBefore, CancellationToken cancellationToken) =>
        database.WriteAsync(
            context => context.Outbox.Where(waiting => waiting.Id == row.Id && waiting.NotBefore < notBefore)
                .ExecuteUpdateAsync(set => set.SetProperty(waiting => waiting.NotBefore, notBefore), cancellationToken),
            cancellationToken);

    public Task HastenAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            context => context.Outbox.Where(waiting => waiting.NotBefore > now).ExecuteUpdateAsync(set => set.SetProperty(waiting => waiting.NotBefore, now), cancellationToken),
            cancellationToken);

    public Task<CardPlace?> PlaceAsync(string cardId, string chatId, CancellationToken cancellationToken) =>
        database.ReadAsync(async context =>
            await context.CardPlaces.AsNoTracking().SingleOrDefaultAsync(row => row.CardId == cardId && row.ChatId == chatId, cancellationToken) is { } row
                ? new CardPlace(row.CardId, new ChatPlace(row.ChatId, row.MessageId, row.HasPhoto), row.Digest, row.SentAt)
                : null, cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.Outbox.CountAsync(cancellationToken), cancellationToken);

    /// <summary>It was written again while the old state was told: the way is open, so the new one need not wait.</summary>
    private static Task<int> RestartAsync(FelDbContext context, OutboxRow row, CancellationToken cancellationToken) =>
        context.Outbox.Where(waiting => waiting.Id == row.Id).ExecuteUpdateAsync(
            set => set.SetProperty(waiting => waiting.Attempts, 0).SetProperty(waiting => waiting.LastError, (string?)null), cancellationToken);

    private static async Task PlaceAsync(FelDbContext context, CardPlace place, CancellationToken cancellationToken)
    {
        var row = await context.CardPlaces.FindAsync([place.CardId, place.Place.ChatId], cancellationToken);
        if (row is null)
            context.CardPlaces.Add(row = new CardPlaceRow { CardId = place.CardId, ChatId = place.Place.ChatId, Digest = place.Digest });
        row.MessageId = place.Place.MessageId;
        row.HasPhoto = place.Place.HasPhoto;
        row.Digest = place.Digest;
        row.SentAt = place.SentAt;
        await context.Requests.Where(request => request.CardId == place.CardId)
            .ExecuteUpdateAsync(set => set.SetProperty(request => request.TelegramMessageId, place.Place.MessageId), cancellationToken);
    }

    private static OutboxRow Read(OutboxEntryRow row) => new(
        row.Id, new OutboxItem(row.Kind, row.Key, row.Payload, row.NotBefore), row.Attempts, row.Version, row.CreatedAt, row.LastError);
}
