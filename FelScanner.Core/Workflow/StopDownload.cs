using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>A person ends what had begun, keeps what was not as promised, or has another try made now.</summary>
public sealed class StopDownload(IRequests requests, RequestDoor door, HandToQBittorrent hand, ITorrentClient torrents, StartDownload start)
{
    internal static readonly RequestStatus[] Begun = [RequestStatus.Approved, RequestStatus.Adding, RequestStatus.Downloading, RequestStatus.Failed];

    /// <summary>Removes the torrent with its files from qBittorrent and ends the request.</summary>
    /// <exception cref="ServiceFault">qBittorrent cannot be asked: nothing was changed.</exception>
    public async Task<Decision> RunAsync(string requestId, Decider by, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(requestId, cancellationToken);
        if (request is null || !Begun.Contains(request.Status))
            return Refused(request);
        if (await hand.FindAsync(request, cancellationToken) is { } torrent && torrent.Tags.Contains(HandToQBittorrent.TagOf(request)))
            await torrents.RemoveAsync(torrent.Hash, withFiles: true, cancellationToken);
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = Begun,
                To = RequestStatus.Stopped,
                Change = r => r with { DecisionReason = $"stopped by {by.Name}", Error = null },
                By = by,
                Event = "stopped",
                Sentence = $"{FilmName.Of(request)}: stopped and removed",
            },
            cancellationToken);
        return outcome.Done ? new Decision(DecisionKind.Done, outcome.Request, "Stopped, and its files are removed.") : Refused(outcome.Request);
    }

    /// <summary>It goes on although it is not what was promised.</summary>
    public async Task<Decision> KeepAsync(string requestId, Decider by, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(requestId, cancellationToken);
        if (request is null || request.Status is not (RequestStatus.Downloading or RequestStatus.Completed))
            return Refused(request);
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = [request.Status],
                To = request.Status,
                Change = r => r with { Kept = true, AskedToStop = false },
                By = by,
                Event = "kept",
                Sentence = $"{FilmName.Of(request)}: kept as it is",
            },
            cancellationToken);
        return new Decision(DecisionKind.Done, outcome.Request, "Kept.");
    }

    /// <summary>Another try now, also after it had failed.</summary>
    public async Task<Decision> RetryAsync(string requestId, Decider by, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(requestId, cancellationToken);
        if (request is null || request.Status is not (RequestStatus.Approved or RequestStatus.Adding or RequestStatus.Failed))
            return Refused(request);
        if (request.Status == RequestStatus.Failed)
            await door.StepAsync(
                new Move
                {
                    Request = request,
                    From = [RequestStatus.Failed],
                    To = RequestStatus.Approved,
                    Change = r => r with { Attempts = 0, NextTryAt = null, Error = null },
                    By = by,
                    Event = "retried",
                    Sentence = $"{FilmName.Of(request)}: tried again",
                },
                cancellationToken);
        return await start.RunAsync(requestId, cancellationToken);
    }

    private static Decision Refused(DownloadRequest? request) => request is null
        ? new Decision(DecisionKind.NotFound, null, "There is no such request.")
        : new Decision(DecisionKind.TooLate, request, $"It is {request.Status.Word()}: there is nothing to change.");
}
