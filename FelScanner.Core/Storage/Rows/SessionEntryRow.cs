namespace FelScanner.Core.Storage.Rows;

internal sealed class SessionEntryRow
{
    public required string IdHash { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset LastSeenAt { get; set; }
    public string? Ip { get; set; }
    public string? Agent { get; set; }
}
