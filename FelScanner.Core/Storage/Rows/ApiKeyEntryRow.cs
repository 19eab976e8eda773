using FelScanner.Core.Ports;

namespace FelScanner.Core.Storage.Rows;

internal sealed class ApiKeyEntryRow
{
    public long Id { get; set; }
    public required string Name { get; set; }
    public required string Hash { get; set; }
    public ApiKeyScope Scope { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? LastUsedAt { get; set; }
}
