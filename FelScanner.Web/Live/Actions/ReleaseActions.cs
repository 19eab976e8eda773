using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;

namespace FelScanner.Web.Live.Actions;

internal sealed class ReleaseActions(PickRelease pick, NeverAgain never, RateGroup rate, TryName tryName) : IReleaseActions
{
    public Task<ActionOutcome> AskAnywayAsync(long releaseId, string user, CancellationToken cancellationToken) =>
        Outcomes.TryAsync(() => pick.AskAnywayAsync(releaseId, RequestActions.By(user), approve: false, cancellationToken));

    public async Task<ActionOutcome> NeverAsync(long releaseId, string user, CancellationToken cancellationToken) =>
        await pick.NeverAsync(releaseId, RequestActions.By(user), cancellationToken)
            ? ActionOutcome.Done("This release is never asked about again.")
            : new ActionOutcome(OutcomeKind.Refused, "There is no such release.");

    public Task<ActionOutcome> NeverGroupAsync(string group, string user, CancellationToken cancellationToken) =>
        Outcomes.TryAsync(() => never.GroupAsync(group, RequestActions.By(user), cancellationToken));

    public async Task<ActionOutcome> RateGroupAsync(string group, GroupStanding standing, string note, CancellationToken cancellationToken) =>
        await rate.RunAsync(group, standing, note, cancellationToken) is { } why
            ? new ActionOutcome(OutcomeKind.Refused, why, "See Settings, Notifications.")
            : ActionOutcome.Done($"{group}: kept.");

    public async Task<ActionOutcome> PickFilmAsync(long releaseId, long filmId, string user, CancellationToken cancellationToken) =>
        await pick.PickFilmAsync(releaseId, filmId, cancellationToken) is not { } judged
            ? new ActionOutcome(OutcomeKind.Refused, "There is no such release.")
            : judged.Verdict.Kind == VerdictKind.Error
                ? new ActionOutcome(OutcomeKind.Failed, judged.Verdict.Reason)
                : ActionOutcome.Done(judged.Verdict.Reason);

    public async Task<TriedName> TryNameAsync(string name, long? filmId, IReadOnlyList<string> owned, CancellationToken cancellationToken)
    {
        var tried = await tryName.RunAsync(name, filmId, owned, cancellationToken);
        return new TriedName(tried.Judged, tried.Film, tried.MessageHtml);
    }
}
