using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Workflow;

namespace FelScanner.Web.Live.Actions;

internal sealed class RequestActions(DecideRequest decide, StopDownload stop, NeverAgain never) : IRequestActions
{
    public Task<ActionOutcome> ApproveAsync(string requestId, bool force, DownloadChoices? choices, string user, CancellationToken cancellationToken) =>
        Outcomes.TryAsync(() => decide.ApproveAsync(requestId, By(user), force, null, choices, cancellationToken));

    public Task<ActionOutcome> DeclineAsync(string requestId, SkipScope scope, string user, CancellationToken cancellationToken) =>
        Outcomes.TryAsync(() => scope == SkipScope.Release
            ? decide.DeclineAsync(requestId, By(user), null, cancellationToken)
            : never.RunAsync(requestId, By(user), scope == SkipScope.Film, cancellationToken));

    public Task<ActionOutcome> SnoozeAsync(string requestId, TimeSpan length, string user, CancellationToken cancellationToken) =>
        Outcomes.TryAsync(() => decide.SnoozeAsync(requestId, By(user), length, cancellationToken));

    public Task<ActionOutcome> RetryAsync(string requestId, string user, CancellationToken cancellationToken) =>
        Outcomes.TryAsync(() => stop.RetryAsync(requestId, By(user), cancellationToken));

    public Task<ActionOutcome> ResumeAsync(string requestId, string user, CancellationToken cancellationToken) =>
        Outcomes.TryAsync(() => stop.ResumeAsync(requestId, By(user), cancellationToken));

    public Task<ActionOutcome> KeepAsync(string requestId, string user, CancellationToken cancellationToken) =>
        Outcomes.TryAsync(() => stop.KeepAsync(requestId, By(user), cancellationToken));

    public Task<ActionOutcome> StopAndRemoveAsync(string requestId, string user, CancellationToken cancellationToken) =>
        Outcomes.TryAsync(() => stop.RunAsync(requestId, By(user), cancellationToken));

    internal static Decider By(string user) => new(user, "web");
}
