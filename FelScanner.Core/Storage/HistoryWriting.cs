using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Keeps download_history in step with a request, from its decision on.</summary>
internal static class HistoryWriting
{
    public static async Task FollowAsync(FelDbContext context, DownloadRequest request, string data, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.Status is RequestStatus.Queued or RequestStatus.Pending)
            return;

        var row = await context.History.SingleOrDefaultAsync(row => row.RequestId == request.RequestId, cancellationToken);
        if (row is null)
            context.History.Add(row = First(request, data, now));

        var ends = request.Status.IsOver() || request.Status == RequestStatus.Failed;
        row.EndedAt = ends ? row.Status == request.Status ? row.EndedAt ?? now : now : null;
        row.Status = request.Status;
        row.TorrentHash = request.TorrentHash;
        row.DecidedBy = request.DecidedBy;
        row.DecidedIn = request.DecidedIn;
        row.EnhancementLayer = request.LayerProven ? request.ArrivedLayer.ToString().ToLowerInvariant() : null;
        row.CompletedAt = request.CompletedAt;
        row.DownloadData = data;
    }

    private static HistoryEntryRow First(DownloadRequest request, string data, DateTimeOffset now) => new()
    {
        RequestId = request.RequestId,
        CardId = request.CardId,
        ReleaseId = request.ReleaseId,
        FilmId = request.FilmId,
        MovieTitle = request.MovieTitle,
        Year = request.Year,
        TorrentTitle = request.TorrentTitle,
        QualityType = request.QualityType,
        Size = request.Bytes,
        Status = request.Status,
        DownloadData = data,
        StartedAt = request.DecidedAt ?? request.ApprovedAt ?? now,
    };
}
