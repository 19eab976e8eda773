namespace FelScanner.Core.Storage.Rows;

internal sealed class ScanRow
{
    public long Id { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public required string Result { get; set; }
    public int Seen { get; set; }
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Removed { get; set; }
    public string? Error { get; set; }
}
