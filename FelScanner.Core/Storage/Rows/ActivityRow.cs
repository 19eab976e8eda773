namespace FelScanner.Core.Storage.Rows;

internal sealed class ActivityRow
{
    public long Id { get; set; }
    public required string Kind { get; set; }
    public required string Who { get; set; }
    public required string Place { get; set; }
    public required string Sentence { get; set; }
    public string? RequestId { get; set; }
    public long? FilmId { get; set; }
    public long? ReleaseId { get; set; }
    public DateTimeOffset At { get; set; }
}
