using FelScanner.Core.Domain.Requests;

namespace FelScanner.Core.Ports;

/// <summary>
/// One guarded step of a request: "UPDATE … WHERE request_id = ? AND status IN (from)", with its outbox rows, its activity row
/// and the chat's offset in one transaction. A step to <see cref="RequestStatus.Declined"/>, <see cref="RequestStatus.Expired"/> or
/// <see cref="RequestStatus.Stopped"/> moves the request out of pending_downloads; download_history follows every step from the decision on.
/// </summary>
public sealed record RequestStep
{
    public required string RequestId { get; init; }

    public required IReadOnlyList<RequestStatus> From { get; init; }

    public required RequestStatus To { get; init; }

    /// <summary>Applied to the row as it is inside the transaction; the status is set afterwards.</summary>
    public Func<DownloadRequest, DownloadRequest>? Change { get; init; }

    public IReadOnlyList<OutboxItem> Outbox { get; init; } = [];

    public ActivityEntry? Activity { get; init; }

    /// <summary>The chat's next offset, when the step is the effect of an update.</summary>
    public long? ChatOffset { get; init; }

    /// <summary>Steps of other requests that follow from this one, in the same transaction: each is done if its own guard holds, and only if this step's does.</summary>
    public IReadOnlyList<RequestStep> Also { get; init; } = [];
}

/// <summary>Whether the step was done, and the request as it stands now (null: there is none).</summary>
public sealed record StepOutcome(bool Done, DownloadRequest? Request);

/// <summary>The only door to the requests. <see cref="FindAsync"/> and the lists see ended ones too.</summary>
public interface IRequests
{
    /// <summary>Stores a new request; false when this release already has one that is not over.</summary>
    Task<bool> CreateAsync(DownloadRequest request, IReadOnlyList<OutboxItem> outbox, ActivityEntry activity, CancellationToken cancellationToken);

    Task<StepOutcome> TryStepAsync(RequestStep step, CancellationToken cancellationToken);

    Task<DownloadRequest?> FindAsync(string requestId, CancellationToken cancellationToken);

    /// <summary>Requests in any of these states, oldest first.</summary>
    Task<IReadOnlyList<DownloadRequest>> InAsync(IReadOnlyList<RequestStatus> statuses, CancellationToken cancellationToken);

    /// <summary>What waits for a decision, without reading all of it.</summary>
    Task<Waiting> WaitingAsync(long? filmId, CancellationToken cancellationToken);

    /// <summary>Every request that shares the card, ended ones too, oldest first.</summary>
    Task<IReadOnlyList<DownloadRequest>> OfCardAsync(string cardId, CancellationToken cancellationToken);

    /// <summary>The last request of a release, ended ones too.</summary>
    Task<DownloadRequest?> OfReleaseAsync(long releaseId, CancellationToken cancellationToken);

    Task<IReadOnlyList<DownloadRequest>> OfFilmAsync(long filmId, CancellationToken cancellationToken);

    /// <summary>Decisions and downloads, newest first.</summary>
    Task<Page<HistoryRow>> HistoryAsync(int page, int pageSize, string? query, CancellationToken cancellationToken);

    /// <summary>Deletes history rows that ended before the moment; what was asked is still remembered by its release.</summary>
    Task<int> ForgetHistoryAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>How many cards stand before the approvers, and the film's oldest request that waits, in the queue too.</summary>
public sealed record Waiting(int Cards, DownloadRequest? OfFilm);

/// <summary>One row of download_history with the request it is of.</summary>
public sealed record HistoryRow(long Id, DateTimeOffset StartedAt, DownloadRequest Request);

/// <summary>A page of a list: pages count from 1.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total);
