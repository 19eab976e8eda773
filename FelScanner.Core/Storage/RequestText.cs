using System.Text.Json;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>A request as its JSON column: whole, with its addresses sealed.</summary>
internal sealed class RequestText(SealedAddress addresses)
{
    public string Write(DownloadRequest request) => JsonSerializer.Serialize(
        request with { TorrentUrl = addresses.Seal(request.TorrentUrl), MagnetLink = addresses.Seal(request.MagnetLink) },
        StorageJson.Default.DownloadRequest);

    /// <summary>Null when the text cannot be read: nothing may be built upon a guess.</summary>
    public DownloadRequest? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StorageJson.Default.DownloadRequest) is { } request
                ? request with { TorrentUrl = addresses.Open(request.TorrentUrl), MagnetLink = addresses.Open(request.MagnetLink) }
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            // Told by the finding of WatchStorage, and in the history by the row itself.
            return null;
        }
    }

    public RequestRow Row(DownloadRequest request) => new()
    {
        RequestId = request.RequestId,
        CardId = request.CardId,
        ReleaseId = request.ReleaseId,
        FilmId = request.FilmId,
        MovieTitle = request.MovieTitle,
        Year = request.Year,
        TorrentUrl = SealedAddress.Public(request.TorrentUrl),
        TargetFolder = request.TargetFolder,
        QualityType = request.QualityType,
        Status = request.Status,
        DownloadData = Write(request),
        TorrentHash = request.TorrentHash,
        CreatedAt = request.CreatedAt,
        ExpiresAt = request.ExpiresAt,
        ApprovedAt = request.ApprovedAt,
        CompletedAt = request.CompletedAt,
    };

    public HistoryRow Read(HistoryEntryRow row) => new(row.Id, row.StartedAt, Shown(row));

    /// <summary>The request, or what its columns tell of it: one that cannot be read must not hide the others, nor be asked about again.</summary>
    public DownloadRequest Shown(HistoryEntryRow row) => Read(row.DownloadData) ?? Unreadable(row.RequestId, row.CardId, row.MovieTitle, row.QualityType, row.StartedAt) with
    {
        Status = row.Status,
        ReleaseId = row.ReleaseId,
        FilmId = row.FilmId,
        Year = row.Year,
        TorrentTitle = row.TorrentTitle,
        Bytes = row.Size,
        TorrentHash = row.TorrentHash,
        DecidedAt = row.StartedAt,
        DecidedBy = row.DecidedBy,
        DecidedIn = row.DecidedIn,
        CompletedAt = row.CompletedAt,
    };

    /// <inheritdoc cref="Shown(HistoryEntryRow)"/>
    public DownloadRequest Shown(RequestRow row) => Read(row.DownloadData) ?? Unreadable(row.RequestId, row.CardId, row.MovieTitle, row.QualityType, row.CreatedAt) with
    {
        Status = row.Status,
        ReleaseId = row.ReleaseId,
        FilmId = row.FilmId,
        Year = row.Year,
        TargetFolder = row.TargetFolder,
        TorrentHash = row.TorrentHash,
        ExpiresAt = row.ExpiresAt,
        ApprovedAt = row.ApprovedAt,
        CompletedAt = row.CompletedAt,
    };

    private static DownloadRequest Unreadable(string requestId, string cardId, string title, string qualityType, DateTimeOffset createdAt) => new()
    {
        RequestId = requestId,
        CardId = cardId,
        Status = RequestStatus.Failed,
        MovieTitle = title,
        TorrentTitle = "",
        Feed = "",
        QualityType = qualityType,
        Offered = new PictureAndSound(),
        UpgradeReason = "The details of this request cannot be read any more.",
        TargetFolder = "",
        CreatedAt = createdAt,
        Error = "The details of this request cannot be read any more: what its row tells is shown. A backup may still have them.",
    };
}
