using Quartz;

namespace FelScanner.Core.Jobs;

/// <summary>What Quartz fires: the job of that name runs, and its end is the firing's end.</summary>
[DisallowConcurrentExecution]
public sealed class VerbJob(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (runner.RunAsync(context.JobDetail.Key.Name, byHand: false) is not { } run)
            return;
        var done = await run.WaitAsync(cancellationToken);
        if (!done.Succeeded)
            throw new JobExecutionException(done.Message);
    }
}
