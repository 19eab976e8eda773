using FelScanner.Core.Ports;

namespace FelScanner.Core.Storage.Rows;

internal sealed class OutboxEntryRow
{
    public long Id { get; set; }
    public OutboxKind Kind { get; set; }
    public required string Key { get; set; }
    public string? Payload { get; set; }

    /// <summary>A row without a wish is due from the moment it was written.</summary>
    public DateTimeOffset NotBefore { get; set; }
    public int Attempts { get; set; }
    public int Version { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public string? LastError { get; set; }
}
