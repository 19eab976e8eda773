using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow.Health;

/// <summary>The data folder: room to write, a database that is sound, and requests that can be read.</summary>
internal sealed class WatchStorage(IStorageHealth storage, IFindings findings, TimeProvider time) : IHealthWatch
{
    private const long Little = 1L << 30;
    private const long AlmostNone = 100L << 20;
    private const int Named = 3;
    private static readonly TimeSpan CheckEvery = TimeSpan.FromHours(24);
    private DateTimeOffset _checked = time.GetUtcNow();

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        Room(storage.FreeBytes());
        Requests(await storage.UnreadableAsync(cancellationToken));
        if (time.GetUtcNow() - _checked < CheckEvery)
            return;
        _checked = time.GetUtcNow();
        if (await storage.DamageAsync(cancellationToken) is { } damage)
            findings.Raise("database.damaged", FindingSeverity.Error, $"The database is damaged: {damage}.", "Stop FelScanner and restore the last backup (felscanner restore FILE); then test the disk.", "/settings/backup");
        else
            findings.Clear("database.damaged");
    }

    private void Requests(IReadOnlyList<string> unreadable)
    {
        if (unreadable.Count > 0)
            findings.Raise(
                "database.unreadable", FindingSeverity.Error, $"{(unreadable.Count == 1 ? "A request" : $"{unreadable.Count} requests")} cannot be read any more: {string.Join(", ", unreadable.Take(Named))}{(unreadable.Count > Named ? " …" : "")}.",
                "It is left out of what waits and what runs, and nothing is done with it. Stop FelScanner and restore a backup from before (felscanner restore FILE); look in qBittorrent for a download of it.", "/settings/backup");
        else
            findings.Clear("database.unreadable");
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
