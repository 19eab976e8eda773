using System.Collections.Concurrent;
using System.Diagnostics;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs;

/// <summary>Runs a job once at a time: whoever asks while it runs waits for the same run. The one place where a job's fault ends.</summary>
public sealed partial class JobRunner(JobCatalogue catalogue, JobHistory history, IEventBus bus, TimeProvider time, ILogger<JobRunner> logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, Turn> _running = new();
    private readonly CancellationTokenSource _stopping = new();

    public bool IsRunning(string id) => _running.ContainsKey(id);

    public JobProgress? ProgressOf(string id) => _running.GetValueOrDefault(id)?.Progress;

    /// <summary>Null: no such job. The run goes on when the caller stops waiting.</summary>
    public Task<JobRun>? RunAsync(string id, bool byHand)
    {
        if (catalogue.Find(id) is not { } job)
            return null;
        var mine = new Turn(_stopping.Token);
        var turn = _running.GetOrAdd(id, mine);
        if (turn == mine)
            turn.Begin(() => OnceAsync(job, turn, byHand));
        return turn.Done;
    }

    public bool Cancel(string id)
    {
        if (!_running.TryGetValue(id, out var turn))
            return false;
        turn.Stop.Cancel();
        return true;
    }

    /// <summary>Every run under way is asked to end: the program stops.</summary>
    public void StopAll() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();

    private async Task<JobRun> OnceAsync(JobDefinition job, Turn turn, bool byHand)
    {
        bus.Publish(new DomainEvent.JobChanged(job.Id));
        var started = time.GetUtcNow();
        var watch = Stopwatch.StartNew();
        var run = await TryAsync(job, turn, byHand);
        run = run with { DurationMs = watch.ElapsedMilliseconds };
        _running.TryRemove(job.Id, out _);
        await history.AddAsync(job.Id, new JobPast(started, run.Succeeded, run.Message, run.DurationMs, byHand));
        bus.Publish(new DomainEvent.JobChanged(job.Id));
        return run;
    }

    private async Task<JobRun> TryAsync(JobDefinition job, Turn turn, bool byHand)
    {
        try
        {
            var progress = new Relay(p =>
            {
                turn.Progress = p;
                bus.Publish(new DomainEvent.JobChanged(job.Id));
            });
            return new JobRun(job.Id, true, await job.Run(new JobTurn(byHand, progress), turn.Stop.Token), 0);
        }
        catch (OperationCanceledException) when (turn.Stop.IsCancellationRequested)
        {
            return new JobRun(job.Id, false, "Stopped before its end.", 0);
        }
        catch (Exception fault) when (fault is ServiceFault or StorageFault)
        {
            LogFault(job.Id, fault.Message);
            return new JobRun(job.Id, false, fault.Message, 0);
        }
#pragma warning disable CA1031 // A job's bug must not end the program; it is logged whole and shown on the jobs page.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            LogBug(bug, job.Id);
            return new JobRun(job.Id, false, $"{bug.GetType().Name}: {bug.Message}", 0);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job}: {Sentence}")]
    private partial void LogFault(string job, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} broke")]
    private partial void LogBug(Exception bug, string job);

    private sealed class Turn(CancellationToken stopping)
    {
        private readonly TaskCompletionSource<JobRun> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Stop { get; } = CancellationTokenSource.CreateLinkedTokenSource(stopping);

        public JobProgress? Progress { get; set; }

        public Task<JobRun> Done => _done.Task;

        /// <summary>Whatever happens, whoever waits hears of an end: a loop that waited for ever would tell nothing any more.</summary>
        public void Begin(Func<Task<JobRun>> run) => _ = Task.Run(run, CancellationToken.None).ContinueWith(_done.SetFromTask, TaskScheduler.Default);
    }

    private sealed class Relay(Action<JobProgress> tell) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => tell(value);
    }
}
