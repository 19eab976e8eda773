using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow.Health;

/// <summary>This machine's clock against the services' own: one service alone may be wrong itself, most of them are not.</summary>
internal sealed class WatchClock(IClockReadings clocks, IFindings findings, TimeProvider time) : IHealthWatch
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(2);

    public Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        TimeSpan[] ahead = [.. clocks.Now.Values.Where(reading => now - reading.At < Fresh).Select(reading => reading.Ahead).Order()];
        if (ahead.Length >= 2 && Median(ahead) is var median && median.Duration() > Tolerated)
            findings.Raise(
                "clock.skew", FindingSeverity.Warning, $"This machine's clock is {Words.Duration(median.Duration())} {(median > TimeSpan.Zero ? "behind" : "ahead of")} the services'.",
                "Switch on time synchronisation (NTP) on the host: expiry, schedules and certificates go by the clock.", "/logs");
        else
            findings.Clear("clock.skew");
        return Task.CompletedTask;
    }

    /// <summary>The reading in the middle; of an even number the milder of the two.</summary>
    private static TimeSpan Median(TimeSpan[] sorted)
    {
        var (low, high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return low.Duration() < high.Duration() ? low : high;
    }
}
