using FelScanner.Core.Workflow;

namespace FelScanner.Core.Jobs;

/// <summary>One run of a job that failed.</summary>
public sealed record JobFailure(DateTimeOffset At, string Message);

/// <summary>A finished run, with the sentence that came of it.</summary>
public sealed record JobRun(string Id, bool Succeeded, string Message, long DurationMs);

/// <summary>A job as the dashboard shows it.</summary>
public sealed record JobInfo(
    string Id, string Name, string Schedule, bool Running, JobProgress? Progress, DateTimeOffset? LastRun, string? LastResult, bool? LastSucceeded,
    TimeSpan? LastDuration, DateTimeOffset? NextRun, bool Paused, IReadOnlyList<JobFailure> Failures);

/// <summary>The jobs: when they run, how they went, and run now.</summary>
public interface IJobs
{
    Task<IReadOnlyList<JobInfo>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Runs the job now and waits for its end; a run under way is joined. Null: no such job.</summary>
    Task<JobRun?> RunAsync(string id, CancellationToken cancellationToken);

    /// <returns>False: no such job.</returns>
    Task<bool> PauseAsync(string id, CancellationToken cancellationToken);

    /// <returns>False: no such job.</returns>
    Task<bool> ResumeAsync(string id, CancellationToken cancellationToken);

    /// <summary>Asks a run under way to end early. False: it does not run.</summary>
    bool Cancel(string id);

    /// <summary>The last runs of one job, newest first.</summary>
    Task<IReadOnlyList<JobPast>> PastAsync(string id, CancellationToken cancellationToken);
}

/// <summary>One past run.</summary>
public sealed record JobPast(DateTimeOffset At, bool Succeeded, string Message, long DurationMs, bool ByHand);
