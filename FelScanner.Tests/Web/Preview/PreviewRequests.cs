using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;

namespace FelScanner.Tests.Web.Preview;

internal sealed class PreviewRequests(List<DownloadRequest> all) : IRequests
{
    public List<DownloadRequest> All { get; } = all;

    /// <summary>What every reading ends in.</summary>
    public ServiceFault? Fault { get; set; }

    /// <summary>No reading comes to its end.</summary>
    public bool Stuck { get; set; }

    public Task<bool> CreateAsync(DownloadRequest request, IReadOnlyList<OutboxItem> outbox, ActivityEntry activity, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<StepOutcome> TryStepAsync(RequestStep step, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Put(string requestId, Func<DownloadRequest, DownloadRequest> change)
    {
        var at = All.FindIndex(request => request.RequestId == requestId);
        All[at] = change(All[at]);
    }

    public Task<DownloadRequest?> FindAsync(string requestId, CancellationToken cancellationToken) => Task.FromResult(All.Find(request => request.RequestId == requestId));

    public async Task<IReadOnlyList<DownloadRequest>> InAsync(IReadOnlyList<RequestStatus> statuses, CancellationToken cancellationToken)
    {
        await ReadyAsync(cancellationToken);
        return [.. All.Where(request => statuses.Contains(request.Status)).OrderBy(request => request.CreatedAt)];
    }

    public Task<Waiting> WaitingAsync(long? filmId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<DownloadRequest>> OfCardAsync(string cardId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DownloadRequest>>([.. All.Where(request => request.CardId == cardId)]);

    public Task<DownloadRequest?> OfReleaseAsync(long releaseId, CancellationToken cancellationToken) => Task.FromResult(All.Find(request => request.ReleaseId == releaseId));

    public Task<IReadOnlyList<DownloadRequest>> OfFilmAsync(long filmId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DownloadRequest>>([.. All.Where(request => request.FilmId == filmId)]);

    public async Task<Page<HistoryRow>> HistoryAsync(int page, int pageSize, string? query, CancellationToken cancellationToken)
    {
        await ReadyAsync(cancellationToken);
        HistoryRow[] rows = [.. All.Where(request => request.Status is not (RequestStatus.Pending or RequestStatus.Queued))
            .Where(request => query is null || request.MovieTitle.Contains(query, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(request => request.DecidedAt)
            .Select((request, index) => new HistoryRow(1000 - index, request.DecidedAt ?? request.CreatedAt, request))];
        return new Page<HistoryRow>([.. rows.Skip((page - 1) * pageSize).Take(pageSize)], page, pageSize, rows.Length);
    }

    public Task<int> ForgetHistoryAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.FromResult(0);

    private Task ReadyAsync(CancellationToken cancellationToken) =>
        Fault is not null ? Task.FromException(Fault) : Stuck ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
}
