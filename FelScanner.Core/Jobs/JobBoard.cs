using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using Quartz;

namespace FelScanner.Core.Jobs;

internal sealed class JobBoard(JobCatalogue catalogue, JobRunner runner, JobHistory history, ISchedulerFactory schedulers, JobBoardTools tools) : IJobs
{
    public async Task<IReadOnlyList<JobInfo>> ListAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        List<JobInfo> jobs = [];
        foreach (var job in catalogue.All)
            jobs.Add(await InfoAsync(job, scheduler, cancellationToken));
        return jobs;
    }

    public async Task<JobRun?> RunAsync(string id, CancellationToken cancellationToken) =>
        runner.RunAsync(id, byHand: true) is { } run ? await run.WaitAsync(cancellationToken) : null;

    // Reading the layers takes hours: a run of it under way stops after its file.
    public async Task<bool> PauseAsync(string id, CancellationToken cancellationToken)
    {
        if (id == JobCatalogue.ProbeFiles)
            await tools.Notebook.WriteAsync(Notes.ProbePaused, "true", cancellationToken);
        return await ChangeAsync(id, (scheduler, ct) => scheduler.PauseJob(new JobKey(id), ct), cancellationToken);
    }

    public async Task<bool> ResumeAsync(string id, CancellationToken cancellationToken)
    {
        var known = await ChangeAsync(id, (scheduler, ct) => scheduler.ResumeJob(new JobKey(id), ct), cancellationToken);
        if (id == JobCatalogue.ProbeFiles)
            _ = runner.RunAsync(id, byHand: false);
        return known;
    }

    public bool Cancel(string id) => runner.Cancel(id);

    public Task<IReadOnlyList<JobPast>> PastAsync(string id, CancellationToken cancellationToken) => history.OfAsync(id, cancellationToken);

    private async Task<JobInfo> InfoAsync(JobDefinition job, IScheduler scheduler, CancellationToken cancellationToken)
    {
        var past = await history.OfAsync(job.Id, cancellationToken);
        var trigger = await scheduler.GetTrigger(JobSchedules.TriggerOf(job), cancellationToken);
        var paused = trigger is not null && await scheduler.GetTriggerState(trigger.Key, cancellationToken) == TriggerState.Paused;
        var next = paused ? null : trigger?.NextFireTimeUtc;
        if (job.Id == "check-feeds" && !paused)
            next = await tools.FeedsDueAsync(cancellationToken) ?? next;
        var last = past.Count > 0 ? past[0] : null;
        return new JobInfo(
            job.Id, job.Name, $"every {Words(job.Every(tools.Settings.Current))}", runner.IsRunning(job.Id), runner.ProgressOf(job.Id), last?.At, last?.Message,
            last?.Succeeded, last is null ? null : TimeSpan.FromMilliseconds(last.DurationMs), next, paused,
            [.. past.Where(p => !p.Succeeded).Take(10).Select(p => new JobFailure(p.At, p.Message))]);
    }

    private async Task<bool> ChangeAsync(string id, Func<IScheduler, CancellationToken, ValueTask<bool>> change, CancellationToken cancellationToken)
    {
        if (catalogue.Find(id) is null)
            return false;
        await change(await schedulers.GetScheduler(cancellationToken), cancellationToken);
        tools.Bus.Publish(new DomainEvent.JobChanged(id));
        return true;
    }

    private static string Words(TimeSpan every) => every switch
    {
        { TotalHours: >= 1 } => $"{every.TotalHours:0.##} h",
        { TotalMinutes: >= 1 } => $"{every.TotalMinutes:0.##} min",
        _ => $"{every.TotalSeconds:0.##} s",
    };
}

/// <summary>What the jobs' dashboard needs beside Quartz: when the next feed is really due.</summary>
public sealed record JobBoardTools(ISettings Settings, IEventBus Bus, FeedStates Feeds, INotebook Notebook)
{
    public async Task<DateTimeOffset?> FeedsDueAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset[] due = [.. (await Feeds.NowAsync(cancellationToken)).Select(state => state.Next).OfType<DateTimeOffset>()];
        return due.Length == 0 ? null : due.Min();
    }
}
