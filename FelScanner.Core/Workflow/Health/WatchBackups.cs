using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow.Health;

/// <summary>The newest backup must not be older than two of its intervals.</summary>
internal sealed class WatchBackups(IBackup backups, ISettings settings, IFindings findings, TimeProvider time) : IHealthWatch
{
    private static readonly TimeSpan Leeway = TimeSpan.FromHours(1);
    private readonly DateTimeOffset _started = time.GetUtcNow();

    public Task LookAsync(CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromHours(settings.Current.Running.BackupIntervalHours * 2) + Leeway;
        DateTimeOffset? newest = backups.List() is [var first, ..] ? first.At : null;
        // After a long pause of the program itself, the job gets the same time to catch up.
        var since = newest is { } at && at > _started ? at : _started;
        var age = time.GetUtcNow() - since;
        if (age > limit)
            findings.Raise(
                "backup.old", FindingSeverity.Warning, newest is null ? "There is no backup yet." : $"The newest backup is {Words.Duration(time.GetUtcNow() - newest.Value)} old.",
                "Run the job “Back up” and read what it says: most often the data folder is full or may not be written.", "/hangfire");
        else
            findings.Clear("backup.old");
        return Task.CompletedTask;
    }
}
