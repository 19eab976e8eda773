using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>
/// Gives back to the machine what a burst of work has left behind. The runtime keeps memory for the next burst, which here comes in hours;
/// a guest on a home server does not. It waits until the burst is over, a minute at most, and takes some ten milliseconds.
/// </summary>
internal sealed class TidyLoop(TimeProvider time, ILogger<TidyLoop> logger) : Loop(time, logger)
{
    private const long Burst = 16L << 20;
    private const long Quiet = 8L << 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The C library keeps what SQLite and the compiler have freed, in an arena for each thread; here it gives it back.
    /// Null where there is no such call (musl, macOS, Windows). Source: malloc_trim(3) of glibc.
    /// </summary>
    private static readonly MallocTrim? TrimNative =
        NativeLibrary.TryLoad("libc.so.6", out var c) && NativeLibrary.TryGetExport(c, "malloc_trim", out var trim) ? Marshal.GetDelegateForFunctionPointer<MallocTrim>(trim) : null;

    private readonly TimeProvider _time = time;
    private long _tidiedAt;
    private long _seenAt;
    private long _busySince = time.GetTimestamp();

    private delegate int MallocTrim(nuint keep);

    protected override Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var isQuiet = allocated - _seenAt < Quiet;
        _seenAt = allocated;
        if (allocated - _tidiedAt < Burst)
            _busySince = _time.GetTimestamp();
        else if (isQuiet || _time.GetElapsedTime(_busySince) >= Longest)
            Tidy();
        return Task.FromResult(Look);
    }

    private void Tidy()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        TrimNative?.Invoke(0);
        (_tidiedAt, _busySince) = (GC.GetTotalAllocatedBytes(), _time.GetTimestamp());
    }
}
