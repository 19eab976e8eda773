using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Reads the library again after a reading that failed: after a minute, then two, four … an hour at most, until one comes to its end.</summary>
internal sealed class RescanLoop(ILibrary library, JobRunner jobs, ISettings settings, TimeProvider time, ILogger<RescanLoop> logger) : Loop(time, logger)
{
    private const int Remembered = 10;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>When to read again; null while the newest reading did not fail. <paramref name="scans"/> are newest first.</summary>
    internal static DateTimeOffset? DueAt(IReadOnlyList<ScanRecord> scans)
    {
        var failures = scans.TakeWhile(scan => scan.Result == ScanRecord.Failed).Count();
        if (failures == 0)
            return null;
        var pause = TimeSpan.FromMinutes(1 << Math.Min(failures - 1, 6));
        return (scans[0].EndedAt ?? scans[0].StartedAt) + (pause < Longest ? pause : Longest);
    }

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (settings.Current.Plex.Url.Length > 0 && !jobs.IsRunning("scan-library") && DueAt(await library.ScansAsync(Remembered, cancellationToken)) <= Time.GetUtcNow())
            await jobs.RunAsync("scan-library", byHand: false)!.WaitAsync(cancellationToken);
        return Look;
    }
}
