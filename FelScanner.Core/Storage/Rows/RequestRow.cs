using FelScanner.Core.Domain.Requests;

namespace FelScanner.Core.Storage.Rows;

/// <summary>A row of pending_downloads: the whole request as JSON, and beside it what others query.</summary>
internal sealed class RequestRow
{
    public required string RequestId { get; set; }
    public required string CardId { get; set; }
    public long ReleaseId { get; set; }
    public long? FilmId { get; set; }
    public required string MovieTitle { get; set; }
    public int? Year { get; set; }

    /// <summary>Without its query, which may carry a pass key; the whole address lies sealed in <see cref="DownloadData"/>.</summary>
    public string? TorrentUrl { get; set; }
    public required string TargetFolder { get; set; }
    public required string QualityType { get; set; }
    public RequestStatus Status { get; set; }
    public long? TelegramMessageId { get; set; }
    public required string DownloadData { get; set; }
    public string? TorrentHash { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public DateTimeOffset? ApprovedAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }
}
