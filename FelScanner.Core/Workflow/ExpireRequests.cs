using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Ends requests nobody decided in time, wakes snoozed ones, offers the best of the queue, and forgets old history.</summary>
public sealed class ExpireRequests(IRequests requests, DecideRequest decide, RequestDoor door, IReleases releases, OfferLimits limits)
{
    /// <summary>One sentence about what was done.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var expired = await ExpireAsync(cancellationToken);
        var offered = await OfferQueuedAsync(cancellationToken);
        if (limits.Settings.Current.Running.HistoryKeepDays is > 0 and var days)
            await requests.ForgetHistoryAsync(limits.Time.GetUtcNow() - TimeSpan.FromDays(days), cancellationToken);
        return (expired, offered) == (0, 0) ? "Nothing to expire." : $"{expired} expired, {offered} offered from the queue.";
    }

    private async Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        var now = limits.Time.GetUtcNow();
        var due = (await requests.InAsync([RequestStatus.Pending], cancellationToken)).Where(r => r.ExpiresAt <= now).ToList();
        foreach (var request in due)
        {
            await decide.ExpireAsync(request, cancellationToken);
            if (await releases.FindAsync(request.ReleaseId, cancellationToken) is { } release)
                await releases.SaveAsync(release with { Available = true }, cancellationToken);
        }

        return due.Count;
    }

    /// <summary>Offers queued requests while there is room, best upgrade first.</summary>
    public async Task<int> OfferQueuedAsync(CancellationToken cancellationToken)
    {
        var now = limits.Time.GetUtcNow();
        var pending = (await requests.InAsync([RequestStatus.Pending], cancellationToken)).Select(r => r.CardId).ToHashSet();
        var queue = (await requests.InAsync([RequestStatus.Queued], cancellationToken))
            .Where(r => r.SnoozedUntil is null || r.SnoozedUntil <= now)
            .BestFirst(limits.Settings.Current.Notifications.Rules);
        var offered = 0;
        foreach (var request in queue)
        {
            if (!pending.Contains(request.CardId) && pending.Count >= limits.Settings.Current.Downloads.MaxPendingApprovals)
                break;
            pending.Add(request.CardId);
            offered += await OfferAsync(request, now, cancellationToken) ? 1 : 0;
        }

        return offered;
    }

    private async Task<bool> OfferAsync(DownloadRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Queued],
                To = RequestStatus.Pending,
                Change = r => r with { OfferedAt = now, ExpiresAt = now + limits.Lifetime, SnoozedUntil = null },
                By = Decider.System,
                Event = "offered",
                Sentence = $"{FilmName.Of(request)}: {request.UpgradeReason}",
            },
            cancellationToken);
        return outcome.Done;
    }
}
