using System.Collections.Concurrent;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>
/// Takes an approved request to qBittorrent: fetch, check, store the intent, add, read back. Whatever happens in between,
/// the hash and the tag find the torrent again, so that it is added once.
/// </summary>
public sealed class StartDownload(IRequests requests, RequestDoor door, FetchTorrent fetch, BeforeAdding before, HandToQBittorrent hand, OfferLimits limits)
{
    private static readonly TimeSpan[] Backoff = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    /// <summary>Runs until the torrent is in qBittorrent, or the reason why not is stored with the request.</summary>
    public Task<Decision> RunAsync(string requestId, CancellationToken cancellationToken) => InTurnAsync(
        requestId,
        async () =>
        {
            var request = await requests.FindAsync(requestId, cancellationToken);
            return request?.Status switch
            {
                null => new Decision(DecisionKind.NotFound, null, "There is no such request."),
                RequestStatus.Approved or RequestStatus.Adding when request.StopAskedBy is { } by => new Decision(DecisionKind.TooLate, request, $"{by} wants it stopped."),
                RequestStatus.Approved or RequestStatus.Adding => await TryAsync(request, cancellationToken),
                RequestStatus.Downloading or RequestStatus.Completed => new Decision(DecisionKind.Done, request, "It is in qBittorrent."),
                _ => new Decision(DecisionKind.TooLate, request, TooLate.Sentence(request)),
            };
        },
        cancellationToken);

    /// <summary>Waits for a beginning under way, and lets none begin before the work is done: what is stopped must not arrive a moment later.</summary>
    internal async Task<Decision> InTurnAsync(string requestId, Func<Task<Decision>> work, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(requestId, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            // It stays in the list: taken out, a third caller would not meet the second one, who waits at this one.
            turn.Release();
        }
    }

    private async Task<Decision> TryAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var found = request.TorrentHash is null ? null : await hand.FindAsync(request, cancellationToken);
            if (found is not null)
                return await ArrivedAsync(request, found, cancellationToken);
            var torrent = await fetch.RunAsync(request, cancellationToken);
            found = torrent.Refusal is null ? await hand.FindAsync(request with { TorrentHash = torrent.Hash }, cancellationToken) : null;
            var look = torrent.Refusal is null && found is null ? await before.RunAsync(request, torrent, cancellationToken) : new LastLook(torrent.Refusal, false);
            if (look.Refusal is { } refusal)
                return await GiveUpAsync(request, refusal, cancellationToken);
            var intent = await door.StepAsync(Intent(request, torrent.Hash), cancellationToken);
            if (!intent.Done)
                return new Decision(DecisionKind.TooLate, intent.Request, intent.Request is null ? "There is no such request." : TooLate.Sentence(intent.Request));
            return await ArrivedAsync(intent.Request!, await hand.AddAsync(intent.Request!, torrent, look.NameFirst, cancellationToken), cancellationToken);
        }
        catch (ServiceFault fault)
        {
            return await KeepAsync(request, fault, cancellationToken);
        }
    }

    private static Move Intent(DownloadRequest request, string hash) => new()
    {
        Request = request,
        From = [RequestStatus.Approved, RequestStatus.Adding],
        To = RequestStatus.Adding,
        Change = r => r with { TorrentHash = hash },
        By = Decider.System,
    };

    private async Task<Decision> ArrivedAsync(DownloadRequest request, TorrentState torrent, CancellationToken cancellationToken)
    {
        // qBittorrent took it, but its answer was lost: the request went back to approved, and every step is one of the map's.
        if (request.Status == RequestStatus.Approved)
            await door.StepAsync(Intent(request, torrent.Hash), cancellationToken);
        await hand.SettleAsync(request, torrent, cancellationToken);
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Adding],
                To = RequestStatus.Downloading,
                Change = r => Hopeless.Forget(r) with { TorrentHash = torrent.Hash, Progress = torrent.Progress },
                By = Decider.System,
                Event = "started",
                Sentence = $"{FilmName.Of(request)}: in qBittorrent, saving to {torrent.SavePath}",
                Quiet = !limits.Settings.Current.Notifications.DownloadStart,
            },
            cancellationToken);
        return outcome.Done
            ? new Decision(DecisionKind.Done, outcome.Request, "The download has begun.")
            : new Decision(DecisionKind.TooLate, outcome.Request, outcome.Request is null ? "There is no such request." : TooLate.Sentence(outcome.Request));
    }

    private async Task<Decision> KeepAsync(DownloadRequest request, ServiceFault fault, CancellationToken cancellationToken)
    {
        var now = limits.Time.GetUtcNow();
        if (Hopeless.Why(Hopeless.Count(request, fault, now), fault, now) is { } end)
            return await GiveUpAsync(request, end, cancellationToken);
        var wait = fault.RetryAfter ?? Backoff[Math.Min(request.Attempts, Backoff.Length - 1)];
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Approved, RequestStatus.Adding],
                To = RequestStatus.Approved,
                Change = r => Hopeless.Count(r, fault, now) with { NextTryAt = now + wait },
                By = Decider.System,
                Event = request.Error == fault.Message ? null : "waiting",
                Sentence = $"{FilmName.Of(request)}: approved, but not begun. {fault.Message}",
            },
            cancellationToken);
        return new Decision(DecisionKind.Kept, outcome.Request, $"{fault.Message} The approval is kept and tried again in {Words.Duration(wait)}.");
    }

    private async Task<Decision> GiveUpAsync(DownloadRequest request, string why, CancellationToken cancellationToken)
    {
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Approved, RequestStatus.Adding],
                To = RequestStatus.Failed,
                Change = r => r with { Error = why, NextTryAt = null },
                By = Decider.System,
                Event = "failed",
                Sentence = $"{FilmName.Of(request)}: {why}",
            },
            cancellationToken);
        return new Decision(DecisionKind.Failed, outcome.Request, why);
    }
}
