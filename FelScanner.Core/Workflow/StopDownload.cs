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
    public Task<Decision> RunAsync(string requestId, Decider by, CancellationToken cancellationToken) =>
        start.InTurnAsync(requestId, () => EndAsync(requestId, by, cancellationToken), cancellationToken);

    /// <summary>It goes on although it is not what was promised.</summary>
    public async Task<Decision> KeepAsync(string requestId, Decider by, CancellationToken cancellationToken)
    {
        // It may arrive in between; the word holds for what has arrived as well.
        while (await requests.FindAsync(requestId, cancellationToken) is { Status: RequestStatus.Downloading or RequestStatus.Completed } request)
        {
            var outcome = await door.StepAsync(
                new Move
                {
                    Request = request,
                    From = [request.Status],
                    To = request.Status,
                    Change = r => r with { Kept = true, AskedToStop = false, DecisionReason = $"kept by {by.Name}" },
                    By = by,
                    Event = "kept",
                    Sentence = $"{FilmName.Of(request)}: kept as it is",
                },
                cancellationToken);
            if (outcome.Done)
                return new Decision(DecisionKind.Done, outcome.Request, "Kept.");
        }

        return Refused(await requests.FindAsync(requestId, cancellationToken));
    }

    /// <summary>Another try now, also after it had failed.</summary>
    public async Task<Decision> RetryAsync(string requestId, Decider by, CancellationToken cancellationToken) =>
        await AgainAsync(requestId, by, cancellationToken) is { } refusal ? refusal : await start.RunAsync(requestId, cancellationToken);

    /// <summary>Makes it due again at once; the caller begins it. Null when it is, else the refusal.</summary>
    internal async Task<Decision?> AgainAsync(string requestId, Decider by, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(requestId, cancellationToken);
        if (request is null || request.Status is not (RequestStatus.Approved or RequestStatus.Adding or RequestStatus.Failed))
            return Refused(request);
        if (request.Status != RequestStatus.Failed)
            return null;
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Failed],
                To = RequestStatus.Approved,
                Change = Hopeless.Forget,
                By = by,
                Event = "retried",
                Sentence = $"{FilmName.Of(request)}: tried again",
            },
            cancellationToken);
        return outcome.Done ? null : Refused(outcome.Request);
    }

    /// <summary>Lets a download run on that stands still in qBittorrent.</summary>
    /// <exception cref="ServiceFault">qBittorrent cannot be asked.</exception>
    public async Task<Decision> ResumeAsync(string requestId, Decider by, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(requestId, cancellationToken);
        if (request is not { Status: RequestStatus.Downloading, TorrentHash: { } hash })
            return Refused(request);
        await torrents.StartAsync(hash, cancellationToken);
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Downloading],
                To = RequestStatus.Downloading,
                Change = r => r with { Error = null, ResumeAskedBy = null },
                By = by,
                Event = "resumed",
                Sentence = $"{FilmName.Of(request)}: started again in qBittorrent",
            },
            cancellationToken);
        return new Decision(DecisionKind.Done, outcome.Request, "Started again in qBittorrent.");
    }

    private async Task<Decision> EndAsync(string requestId, Decider by, CancellationToken cancellationToken)
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

    private static Decision Refused(DownloadRequest? request) => request is null
        ? new Decision(DecisionKind.NotFound, null, "There is no such request.")
        : new Decision(DecisionKind.TooLate, request, $"It is {request.Status.Word()}: there is nothing to change.");
}
