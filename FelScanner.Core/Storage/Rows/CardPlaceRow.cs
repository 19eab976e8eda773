namespace FelScanner.Core.Storage.Rows;

internal sealed class CardPlaceRow
{
    public required string CardId { get; set; }
    public required string ChatId { get; set; }
    public long MessageId { get; set; }
    public bool HasPhoto { get; set; }
    public required string Digest { get; set; }
    public DateTimeOffset SentAt { get; set; }
}
