using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>A person's own word about a release: ask me anyway, this is the film, never this one.</summary>
public sealed class PickRelease(IReleases releases, IRequests requests, JudgeRelease judge, OfferUpgrade offer, DecideRequest decide)
{
    /// <summary>Asks for a release whatever the rules say (also one that expired or was declined); with <paramref name="approve"/> it is downloaded at once.</summary>
    public async Task<Decision> AskAnywayAsync(long releaseId, Decider by, bool approve, CancellationToken cancellationToken)
    {
        var release = await releases.FindAsync(releaseId, cancellationToken);
        if (release is null)
            return new Decision(DecisionKind.NotFound, null, "There is no such release.");
        var before = await requests.OfReleaseAsync(releaseId, cancellationToken);
        if (before is { Status: not (RequestStatus.Declined or RequestStatus.Expired or RequestStatus.Stopped) })
            return await ContinueAsync(before, by, approve, cancellationToken);
        var judged = await judge.JudgeAsync(new RememberedRelease(release.Release, false, release), JudgingCause.Person, cancellationToken);
        if (judged.FilmId is null && judged.Verdict.Veto is "not_a_film" or "unsure_film")
            return new Decision(DecisionKind.NotFound, null, $"{judged.Verdict.Reason} Pick the film first.");
        var offered = (await offer.RunAsync(judged, byPerson: true, cancellationToken)).Release;
        await releases.SaveAsync(offered with { Verdict = offered.RequestId is null ? offered.Verdict : release.Verdict }, cancellationToken);
        var request = offered.RequestId is { } id ? await requests.FindAsync(id, cancellationToken) : null;
        return request is null || request.Status.IsOver()
            ? new Decision(DecisionKind.Failed, null, offered.Verdict.Reason)
            : await ContinueAsync(request, by, approve, cancellationToken);
    }

    /// <summary>The person says which film it is; the release is judged again and offered when it is an upgrade.</summary>
    public async Task<JudgedRelease?> PickFilmAsync(long releaseId, long filmId, CancellationToken cancellationToken)
    {
        var release = await releases.FindAsync(releaseId, cancellationToken);
        if (release is null)
            return null;
        var picked = release with { FilmId = filmId, FilmPicked = true };
        return await judge.RunAsync(new RememberedRelease(release.Release, false, picked), JudgingCause.LibraryChanged, cancellationToken);
    }

    /// <summary>Never this release: a waiting request is declined, and it is not judged again.</summary>
    public async Task<bool> NeverAsync(long releaseId, Decider by, CancellationToken cancellationToken)
    {
        var release = await releases.FindAsync(releaseId, cancellationToken);
        if (release is null)
            return false;
        if (await requests.OfReleaseAsync(releaseId, cancellationToken) is { Status: RequestStatus.Pending or RequestStatus.Queued } waiting)
            await decide.DeclineAsync(waiting.RequestId, by, "never this release", cancellationToken);
        await releases.SaveAsync(release with { Blocked = true, Available = false, JudgeAgain = false }, cancellationToken);
        return true;
    }

    private async Task<Decision> ContinueAsync(DownloadRequest request, Decider by, bool approve, CancellationToken cancellationToken) =>
        approve && request.Status is RequestStatus.Pending or RequestStatus.Queued
            ? await decide.ApproveAsync(request.RequestId, by, force: false, null, cancellationToken)
            : new Decision(DecisionKind.Done, request, "It waits among the pending approvals.");
}
