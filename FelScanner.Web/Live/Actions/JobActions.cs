using FelScanner.Core.Jobs;

namespace FelScanner.Web.Live.Actions;

internal sealed class JobActions(IJobs jobs) : IJobActions, IJobsView
{
    public async Task<ActionOutcome> RunAsync(string jobId, string user, CancellationToken cancellationToken) =>
        await jobs.RunAsync(jobId, cancellationToken) switch
        {
            null => new ActionOutcome(OutcomeKind.Refused, "There is no such job."),
            { Succeeded: true, Message: var message } => ActionOutcome.Done(message),
            { Message: var message } => new ActionOutcome(OutcomeKind.Failed, message),
        };

    public async Task<ActionOutcome> PauseAsync(string jobId, bool paused, string user, CancellationToken cancellationToken) =>
        await (paused ? jobs.PauseAsync(jobId, cancellationToken) : jobs.ResumeAsync(jobId, cancellationToken))
            ? ActionOutcome.Done(paused ? "Paused." : "It goes on.")
            : new ActionOutcome(OutcomeKind.Refused, "There is no such job.");

    public ActionOutcome Cancel(string jobId, string user) =>
        jobs.Cancel(jobId) ? ActionOutcome.Done("It ends after the step under way.") : new ActionOutcome(OutcomeKind.Refused, "It does not run.");

    public async Task<IReadOnlyList<JobRow>> AllAsync(CancellationToken cancellationToken)
    {
        List<JobRow> rows = [];
        foreach (var job in await jobs.ListAsync(cancellationToken))
            rows.Add(Row(job, await jobs.PastAsync(job.Id, cancellationToken)));
        return rows;
    }

    public async Task<IReadOnlyList<JobRun>> RunsAsync(string? jobId, int count, CancellationToken cancellationToken)
    {
        List<JobRun> runs = [];
        foreach (var job in (await jobs.ListAsync(cancellationToken)).Where(job => jobId is null || job.Id == jobId))
            runs.AddRange((await jobs.PastAsync(job.Id, cancellationToken)).Select(p => new JobRun(job.Id, p.At, TimeSpan.FromMilliseconds(p.DurationMs), p.Succeeded, p.Message)));
        return [.. runs.OrderByDescending(run => run.At).Take(count)];
    }

    private static JobRow Row(JobInfo job, IReadOnlyList<JobPast> past) => new()
    {
        Id = job.Id,
        Name = job.Name,
        Schedule = job.Schedule,
        Running = job.Running,
        Progress = job.Progress?.Percent is { } percent ? (int)percent : null,
        ProgressMessage = job.Progress?.Sentence,
        Paused = job.Paused,
        LastRun = job.LastRun,
        LastDuration = job.LastDuration,
        LastSucceeded = job.LastSucceeded,
        LastResult = job.LastResult,
        NextRun = job.NextRun,
        FailuresInARow = past.TakeWhile(p => !p.Succeeded).Count(),
    };
}
