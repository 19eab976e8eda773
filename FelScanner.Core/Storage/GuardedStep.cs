using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>One step of one request inside a write transaction: whoever comes second finds the guard shut.</summary>
internal sealed class GuardedStep(FelDbContext context, RequestText text, DateTimeOffset now)
{
    public async Task<StepOutcome> TryAsync(RequestStep step, CancellationToken cancellationToken)
    {
        var before = await RequestStore.FindAsync(context, text, step.RequestId, cancellationToken);
        if (before is null || !step.From.Contains(before.Status) || !before.Status.MayBecome(step.To))
            return new(false, before);

        var after = (step.Change?.Invoke(before) ?? before) with { RequestId = before.RequestId, Status = step.To };
        var row = text.Row(after);
        if (await UpdateAsync(row, step.From, cancellationToken) == 0)
            return new(false, before);

        await HistoryWriting.FollowAsync(context, after, row.DownloadData, now, cancellationToken);
        if (step.To is RequestStatus.Declined or RequestStatus.Expired or RequestStatus.Stopped)
            await context.Requests.Where(gone => gone.RequestId == step.RequestId).ExecuteDeleteAsync(cancellationToken);
        await TellAsync(step, cancellationToken);
        foreach (var other in step.Also)
            await TryAsync(other, cancellationToken);
        return new(true, after);
    }

    private Task<int> UpdateAsync(RequestRow to, IReadOnlyList<RequestStatus> from, CancellationToken cancellationToken) =>
        context.Requests.Where(row => row.RequestId == to.RequestId && from.Contains(row.Status)).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Status, to.Status)
                .SetProperty(row => row.CardId, to.CardId)
                .SetProperty(row => row.ReleaseId, to.ReleaseId)
                .SetProperty(row => row.FilmId, to.FilmId)
                .SetProperty(row => row.MovieTitle, to.MovieTitle)
                .SetProperty(row => row.Year, to.Year)
                .SetProperty(row => row.TorrentUrl, to.TorrentUrl)
                .SetProperty(row => row.TargetFolder, to.TargetFolder)
                .SetProperty(row => row.QualityType, to.QualityType)
                .SetProperty(row => row.TorrentHash, to.TorrentHash)
                .SetProperty(row => row.ExpiresAt, to.ExpiresAt)
                .SetProperty(row => row.ApprovedAt, to.ApprovedAt)
                .SetProperty(row => row.CompletedAt, to.CompletedAt)
                .SetProperty(row => row.DownloadData, to.DownloadData),
            cancellationToken);

    private async Task TellAsync(RequestStep step, CancellationToken cancellationToken)
    {
        await OutboxWriting.PutAsync(context, step.Outbox, now, cancellationToken);
        if (step.Activity is { } activity)
            context.Activity.Add(ActivityStore.Row(activity, now));
        if (step.ChatOffset is { } offset)
            await NotebookStore.WriteAsync(context, Notes.ChatOffset, offset.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
    }
}
