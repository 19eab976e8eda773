using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>pending_downloads and download_history.</summary>
internal sealed class RequestStore(FelDatabase database, RequestText text, TimeProvider clock) : IRequests
{
    public Task<bool> CreateAsync(DownloadRequest request, IReadOnlyList<OutboxItem> outbox, ActivityEntry activity, CancellationToken cancellationToken) =>
        database.WriteAsync(async context =>
        {
            if (await HasOpenAsync(context, request, cancellationToken))
                return false;

            context.Requests.Add(text.Row(request));
            await HistoryWriting.FollowAsync(context, request, text.Write(request), clock.GetUtcNow(), cancellationToken);
            await OutboxWriting.PutAsync(context, outbox, clock.GetUtcNow(), cancellationToken);
            context.Activity.Add(ActivityStore.Row(activity, clock.GetUtcNow()));
            await context.Releases.Where(row => row.Id == request.ReleaseId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RequestId, request.RequestId).SetProperty(row => row.Available, false).SetProperty(row => row.JudgeAgain, false), cancellationToken);
            return true;
        }, cancellationToken);

    public Task<StepOutcome> TryStepAsync(RequestStep step, CancellationToken cancellationToken) =>
        database.WriteAsync(context => new GuardedStep(context, text, clock.GetUtcNow()).TryAsync(step, cancellationToken), cancellationToken);

    public Task<DownloadRequest?> FindAsync(string requestId, CancellationToken cancellationToken) =>
        database.ReadAsync(context => FindAsync(context, text, requestId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<DownloadRequest>> InAsync(IReadOnlyList<RequestStatus> statuses, CancellationToken cancellationToken) =>
        database.ReadAsync(async context =>
        {
            var open = await context.Requests.Where(row => statuses.Contains(row.Status)).Select(row => row.DownloadData).ToListAsync(cancellationToken);
            var ended = statuses.Any(status => status.IsOver())
                ? await context.History.Where(row => statuses.Contains(row.Status) && !context.Requests.Any(other => other.RequestId == row.RequestId))
                    .Select(row => row.DownloadData).ToListAsync(cancellationToken)
                : [];
            return OldestFirst(open.Concat(ended).Select(text.Read).OfType<DownloadRequest>());
        }, cancellationToken);

    public Task<Waiting> WaitingAsync(long? filmId, CancellationToken cancellationToken) =>
        database.ReadAsync(async context =>
        {
            var cards = await context.Requests.Where(row => row.Status == RequestStatus.Pending).Select(row => row.CardId).Distinct().CountAsync(cancellationToken);
            var oldest = filmId is null
                ? null
                : await context.Requests.Where(row => row.FilmId == filmId && (row.Status == RequestStatus.Pending || row.Status == RequestStatus.Queued))
                    .OrderBy(row => row.CreatedAt).ThenBy(row => row.RequestId).Select(row => row.DownloadData).FirstOrDefaultAsync(cancellationToken);
            return new Waiting(cards, oldest is null ? null : text.Read(oldest));
        }, cancellationToken);

    public Task<IReadOnlyList<DownloadRequest>> OfCardAsync(string cardId, CancellationToken cancellationToken) =>
        ListAsync(rows => rows.Where(row => row.CardId == cardId), rows => rows.Where(row => row.CardId == cardId), cancellationToken);

    public async Task<DownloadRequest?> OfReleaseAsync(long releaseId, CancellationToken cancellationToken) =>
        (await ListAsync(rows => rows.Where(row => row.ReleaseId == releaseId), rows => rows.Where(row => row.ReleaseId == releaseId), cancellationToken)) is [.., var last]
            ? last
            : null;

    public Task<IReadOnlyList<DownloadRequest>> OfFilmAsync(long filmId, CancellationToken cancellationToken) =>
        ListAsync(rows => rows.Where(row => row.FilmId == filmId), rows => rows.Where(row => row.FilmId == filmId), cancellationToken);

    public Task<Page<HistoryRow>> HistoryAsync(int page, int pageSize, string? query, CancellationToken cancellationToken) =>
        database.SnapshotAsync(async context =>
        {
            if (!string.IsNullOrWhiteSpace(query))
            {
                var found = await HistorySearch.PageAsync(context, query, page, pageSize, cancellationToken);
                return new Page<HistoryRow>([.. found.Items.Select(text.Read)], found.Number, found.Size, found.Total);
            }

            var rows = context.History.AsNoTracking();
            return await Paging.OfAsync(rows, rows.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id), page, pageSize, text.Read, cancellationToken);
        }, cancellationToken);

    public Task<int> ForgetHistoryAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync(async context =>
        {
            RequestStatus[] over = [.. Enum.GetValues<RequestStatus>().Where(status => status.IsOver())];
            var old = context.History.Where(row => over.Contains(row.Status) && row.EndedAt < before);
            await context.Requests.Where(row => over.Contains(row.Status) && old.Any(gone => gone.RequestId == row.RequestId)).ExecuteDeleteAsync(cancellationToken);
            return await old.ExecuteDeleteAsync(cancellationToken);
        }, cancellationToken);

    /// <summary>The request as it stands, ended ones from the history; null also when what is stored of it cannot be read, so that no step is built upon it.</summary>
    internal static async Task<DownloadRequest?> FindAsync(FelDbContext context, RequestText text, string requestId, CancellationToken cancellationToken)
    {
        var data = await context.Requests.Where(row => row.RequestId == requestId).Select(row => row.DownloadData).SingleOrDefaultAsync(cancellationToken)
            ?? await context.History.Where(row => row.RequestId == requestId).Select(row => row.DownloadData).SingleOrDefaultAsync(cancellationToken);
        return data is null ? null : text.Read(data);
    }

    private static Task<bool> HasOpenAsync(FelDbContext context, DownloadRequest request, CancellationToken cancellationToken) =>
        context.Requests.AnyAsync(
            row => row.RequestId == request.RequestId || (request.ReleaseId > 0 && row.ReleaseId == request.ReleaseId && row.Status != RequestStatus.Completed), cancellationToken);

    private Task<IReadOnlyList<DownloadRequest>> ListAsync(
        Func<IQueryable<RequestRow>, IQueryable<RequestRow>> open, Func<IQueryable<HistoryEntryRow>, IQueryable<HistoryEntryRow>> ended, CancellationToken cancellationToken) =>
        database.SnapshotAsync(async context =>
        {
            var now = await open(context.Requests.AsNoTracking()).ToListAsync(cancellationToken);
            var then = await ended(context.History.AsNoTracking()).ToListAsync(cancellationToken);
            return OldestFirst(now.Select(text.Shown).Concat(then.Select(text.Shown)).DistinctBy(request => request.RequestId));
        }, cancellationToken);

    private static IReadOnlyList<DownloadRequest> OldestFirst(IEnumerable<DownloadRequest> requests) =>
        [.. requests.OrderBy(request => request.CreatedAt).ThenBy(request => request.RequestId, StringComparer.Ordinal)];
}
