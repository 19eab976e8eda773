using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>
/// Gives back to the machine what a burst of work has left behind. The runtime keeps memory for the next burst, which here comes in hours;
/// a guest on a home server does not. It waits until the burst is over, and takes some ten milliseconds.
/// </summary>
internal sealed class TidyLoop(TimeProvider time, ILogger<TidyLoop> logger) : Loop(time, logger)
{
    private const long Burst = 48L << 20;
    private const long Quiet = 8L << 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    private long _tidiedAt;
    private long _seenAt;

    protected override Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isQuiet = allocated - _seenAt < Quiet;
        _seenAt = allocated;
        if (!isQuiet || allocated - _tidiedAt < Burst)
            return Task.FromResult(Look);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _tidiedAt = GC.GetTotalAllocatedBytes();
        return Task.FromResult(Look);
    }
}
