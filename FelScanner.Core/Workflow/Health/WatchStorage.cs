using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow.Health;

/// <summary>The data folder: room to write, and a database that is sound.</summary>
internal sealed class WatchStorage(IStorageHealth storage, IFindings findings, TimeProvider time) : IHealthWatch
{
    private const long Little = 1L << 30;
    private const long AlmostNone = 100L << 20;
    private static readonly TimeSpan CheckEvery = TimeSpan.FromHours(24);
    private DateTimeOffset _checked = time.GetUtcNow();

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        Room(storage.FreeBytes());
        if (time.GetUtcNow() - _checked < CheckEvery)
            return;
        _checked = time.GetUtcNow();
        if (await storage.DamageAsync(cancellationToken) is { } damage)
            findings.Raise("database.damaged", FindingSeverity.Error, $"The database is damaged: {damage}.", "Stop FelScanner and restore the last backup (felscanner restore FILE); then test the disk.", "/settings/backup");
        else
            findings.Clear("database.damaged");
    }

    private void Room(long? free)
    {
        if (free is < Little)
            findings.Raise(
                "disk.data", free < AlmostNone ? FindingSeverity.Error : FindingSeverity.Warning, $"Only {Words.Size(free.Value)} are free where FelScanner keeps its data.",
                "Free some space there: without it nothing can be stored, approvals included.", "/settings/backup");
        else
            findings.Clear("disk.data");
    }
}
