namespace FelScanner.Web.Live;

/// <summary>One job as the jobs page shows it. <paramref name="Schedule"/> is in words ("every 30 min"); <paramref name="Progress"/> is 0–100.</summary>
public sealed record JobRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Schedule { get; init; }
    public bool Running { get; init; }
    public int? Progress { get; init; }
    public string? ProgressMessage { get; init; }
    public bool Paused { get; init; }
    public DateTimeOffset? LastRun { get; init; }
    public TimeSpan? LastDuration { get; init; }
    public bool? LastSucceeded { get; init; }
    public string? LastResult { get; init; }
    public DateTimeOffset? NextRun { get; init; }
    public int FailuresInARow { get; init; }
}

/// <summary>One run of a job that is over.</summary>
public sealed record JobRun(string JobId, DateTimeOffset At, TimeSpan Duration, bool Succeeded, string Message);

/// <summary>The jobs for reading.</summary>
public interface IJobsView
{
    Task<IReadOnlyList<JobRow>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<JobRun>> RunsAsync(string? jobId, int count, CancellationToken cancellationToken);
}
