using System.Text.Json;
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

    public DownloadRequest Read(string json)
    {
        var request = JsonSerializer.Deserialize(json, StorageJson.Default.DownloadRequest)!;
        return request with { TorrentUrl = addresses.Open(request.TorrentUrl), MagnetLink = addresses.Open(request.MagnetLink) };
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

    public HistoryRow Read(HistoryEntryRow row) => new(row.Id, row.StartedAt, Read(row.DownloadData));
}
