using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Endpoints.Shapes;

/// <summary>A request that waits for a decision.</summary>
internal sealed record PendingShape
{
    public required string RequestId { get; init; }
    public required string MovieTitle { get; init; }
    public int? Year { get; init; }
    public required string CurrentQuality { get; init; }
    public required string NewQuality { get; init; }
    public CopyShape? Current { get; init; }
    public CopyShape? Offered { get; init; }
    public required string UpgradeReason { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required string TorrentTitle { get; init; }
    public long? Size { get; init; }
    public int? Seeders { get; init; }
    public string? Group { get; init; }
    public required string TargetFolder { get; init; }

    /// <summary>fel, dv or hdr.</summary>
    public required string QualityType { get; init; }

    /// <summary>pending or queued.</summary>
    public required string Status { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    public static PendingShape Of(DownloadRequest request) => new()
    {
        RequestId = request.RequestId,
        MovieTitle = request.MovieTitle,
        Year = request.Year,
        CurrentQuality = QualityLine.Of(request.Current),
        NewQuality = QualityLine.Of(request.Offered),
        Current = CopyShape.Of(request.Current),
        Offered = CopyShape.Of(request.Offered),
        UpgradeReason = request.UpgradeReason,
        Warnings = request.Warnings,
        TorrentTitle = request.TorrentTitle,
        Size = request.Bytes,
        Seeders = request.Seeders,
        Group = request.Group,
        TargetFolder = request.TargetFolder,
        QualityType = request.QualityType,
        Status = request.Status.Word(),
        CreatedAt = request.CreatedAt,
        ExpiresAt = request.Status == RequestStatus.Queued ? null : request.ExpiresAt,
    };
}

/// <summary>A running download as qBittorrent says it. <c>Progress</c> is 0–100, speeds are bytes a second, <c>Eta</c> seconds.</summary>
internal sealed record ActiveShape(
    string RequestId, string Name, string Hash, string State, double Progress, long Downloaded, long Size, long Dlspeed, long Upspeed, int NumSeeds, long? Eta, string SavePath)
{
    public static ActiveShape Of(DownloadRequest request, TorrentState torrent) => new(
        request.RequestId, torrent.Name, torrent.Hash, torrent.State, Math.Round(torrent.Progress * 100, 2), torrent.Downloaded, torrent.Size,
        torrent.DownloadSpeed, torrent.UploadSpeed, torrent.Seeds, torrent.Eta, torrent.SavePath);
}

/// <summary>A decision and what became of it.</summary>
internal sealed record HistoryShape
{
    public long Id { get; init; }
    public required string RequestId { get; init; }
    public required string MovieTitle { get; init; }
    public int? Year { get; init; }
    public required string QualityType { get; init; }
    public required string TorrentTitle { get; init; }
    public string? TorrentHash { get; init; }
    public long? Size { get; init; }

    /// <summary>approved, downloading, completed, failed, stopped, declined or expired.</summary>
    public required string Status { get; init; }
    public string? DecidedBy { get; init; }

    /// <summary>telegram, web, api or system.</summary>
    public string? DecidedIn { get; init; }
    public string? Reason { get; init; }

    /// <summary>What arrived: fel, mel, none or unknown.</summary>
    public required string EnhancementLayer { get; init; }
    public bool LayerProven { get; init; }
    public required string TargetFolder { get; init; }
    public string? Error { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    public static HistoryShape Of(HistoryRow row) => new()
    {
        Id = row.Id,
        RequestId = row.Request.RequestId,
        MovieTitle = row.Request.MovieTitle,
        Year = row.Request.Year,
        QualityType = row.Request.QualityType,
        TorrentTitle = row.Request.TorrentTitle,
        TorrentHash = row.Request.TorrentHash,
        Size = row.Request.Bytes,
        // The intent to add is an inner step: to the outside the request is still approved.
        Status = (row.Request.Status == RequestStatus.Adding ? RequestStatus.Approved : row.Request.Status).Word(),
        DecidedBy = row.Request.DecidedBy,
        DecidedIn = row.Request.DecidedIn,
        Reason = row.Request.DecisionReason,
        EnhancementLayer = CopyShape.WordOf(row.Request.ArrivedLayer),
        LayerProven = row.Request.LayerProven,
        TargetFolder = row.Request.TargetFolder,
        Error = row.Request.Error,
        StartedAt = row.StartedAt,
        DecidedAt = row.Request.DecidedAt,
        CompletedAt = row.Request.CompletedAt,
    };
}

/// <summary>A decision from outside. <c>Force</c> goes on with too little space.</summary>
internal sealed record DecisionBody(string? RequestId, string? Reason = null, bool Force = false);

internal sealed record DecisionShape(bool Success, string Status);
