using FelScanner.Core.Settings;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FelScanner.Core.Jobs;

/// <summary>Keeps Quartz's triggers in step with the settings, at start and after every change.</summary>
internal sealed class JobSchedules(JobCatalogue catalogue, JobRunner runner, ISchedulerFactory schedulers, ISettings settings, TimeProvider time) : IHostedService, IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _turn = new(1);

    public static TriggerKey TriggerOf(JobDefinition job) => new(job.Id);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ScheduleAsync(cancellationToken);
        settings.Changed += OnChanged;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        settings.Changed -= OnChanged;
        runner.StopAll();
        return Task.CompletedTask;
    }

    public void Dispose() => _turn.Dispose();

    private void OnChanged() => _ = ScheduleAsync(CancellationToken.None);

    /// <summary>Also brings near what a clock that went back has left far ahead.</summary>
    public async Task ScheduleAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            foreach (var job in catalogue.All)
                await ScheduleAsync(scheduler, job, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ScheduleAsync(IScheduler scheduler, JobDefinition job, CancellationToken cancellationToken)
    {
        var every = job.Every(settings.Current);
        var known = await scheduler.GetTrigger(TriggerOf(job), cancellationToken) as ISimpleTrigger;
        var stuck = known?.NextFireTimeUtc > time.GetUtcNow() + known?.RepeatInterval + Slack;
        if (known?.RepeatInterval == every && !stuck)
            return;
        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(TriggerOf(job))
            .ForJob(job.Id)
            .StartAt(time.GetUtcNow() + (known is null || stuck ? Soon : every))
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(every).RepeatForever())
            .Build();
        if (known is null)
        {
            var detail = JobBuilder.Create<VerbJob>().WithIdentity(job.Id).WithDescription(job.Name).StoreDurably().Build();
            await scheduler.AddJob(detail, AddJobOptions.Replacing, cancellationToken);
            await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
        }
        else
        {
            await scheduler.RescheduleJob(TriggerOf(job), trigger, cancellationToken);
        }
    }
}
