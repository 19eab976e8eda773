namespace FelScanner.Core.Ports;

public enum OutboxKind
{
    /// <summary>The message of a card: sent once, edited afterwards. Only the last state counts: one row a card.</summary>
    Card,

    /// <summary>A message of its own; <see cref="OutboxItem.Payload"/> is its HTML.</summary>
    Note,

    /// <summary>The outgoing webhook; <see cref="OutboxItem.Payload"/> is the JSON to send.</summary>
    Webhook,
}

/// <summary>Something to be told. <paramref name="Key"/>: rows of one kind and key are coalesced while they wait.</summary>
public sealed record OutboxItem(OutboxKind Kind, string Key, string? Payload = null, DateTimeOffset? NotBefore = null);

/// <summary>A stored row of the outbox. <paramref name="Version"/> grows when the row is written again, so that a newer state is never lost by a delivery under way.</summary>
public sealed record OutboxRow(long Id, OutboxItem Item, int Attempts, int Version, DateTimeOffset CreatedAt, string? LastError);

/// <summary>Messages wait here until they are told, in order, for as long as it takes.</summary>
public interface IOutbox
{
    Task PutAsync(IReadOnlyList<OutboxItem> items, CancellationToken cancellationToken);

    /// <summary>Rows that are due, oldest first.</summary>
    Task<IReadOnlyList<OutboxRow>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>When the next waiting row is due; null when nothing waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Told: removes the row unless it was written again meanwhile, and stores where the card's message stands, in one transaction.</summary>
    Task DoneAsync(OutboxRow row, CardPlace? place, CancellationToken cancellationToken);

    /// <summary>Not told: when to try again and why.</summary>
    Task LaterAsync(OutboxRow row, DateTimeOffset notBefore, string error, CancellationToken cancellationToken);

    /// <summary>Not tried, because the way is closed: it waits until then, its own tries uncounted.</summary>
    Task PostponeAsync(OutboxRow row, DateTimeOffset notBefore, CancellationToken cancellationToken);

    /// <summary>Everything that waits for a later moment is due now: the clock went back, and the moments with it.</summary>
    Task HastenAsync(DateTimeOffset now, CancellationToken cancellationToken);

    Task<CardPlace?> PlaceAsync(string cardId, string chatId, CancellationToken cancellationToken);

    Task<int> CountAsync(CancellationToken cancellationToken);
}

/// <summary>Where a card's message stands in a chat, and a digest of what it shows.</summary>
public sealed record CardPlace(string CardId, ChatPlace Place, string Digest, DateTimeOffset SentAt);
