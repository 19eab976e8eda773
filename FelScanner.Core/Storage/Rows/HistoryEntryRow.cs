using FelScanner.Core.Domain.Requests;

namespace FelScanner.Core.Storage.Rows;

/// <summary>A row of download_history: one a request, from its decision on.</summary>
internal sealed class HistoryEntryRow
{
    public long Id { get; set; }
    public required string RequestId { get; set; }
    public required string CardId { get; set; }
    public long ReleaseId { get; set; }
    public long? FilmId { get; set; }
    public required string MovieTitle { get; set; }
    public int? Year { get; set; }
    public required string TorrentTitle { get; set; }
    public required string QualityType { get; set; }
    public string? TorrentHash { get; set; }
    public RequestStatus Status { get; set; }
    public string? DecidedBy { get; set; }
    public string? DecidedIn { get; set; }
    public string? EnhancementLayer { get; set; }
    public long? Size { get; set; }
    public required string DownloadData { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>When it reached a state from which nothing happens by itself; the retention counts from here.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
