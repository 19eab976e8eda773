using System.Diagnostics;

namespace FelScanner.Tests.Support;

/// <summary>A clock for a whole program on the stage: everything runs, but faster by a factor, and the wall clock can be put forward or back.</summary>
internal sealed class StageTime(double factor = 1) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _began = Stopwatch.GetTimestamp();
    private long _jumped;

    public override DateTimeOffset GetUtcNow() => _start + (Stopwatch.GetElapsedTime(_began) * factor) + TimeSpan.FromTicks(Interlocked.Read(ref _jumped));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Never jumps.</summary>
    public override long GetTimestamp() => (Stopwatch.GetElapsedTime(_began) * factor).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Real(dueTime), Real(period)), Real);

    /// <summary>Somebody sets the machine's clock.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _jumped, by.Ticks);

    private TimeSpan Real(TimeSpan staged) => staged <= TimeSpan.Zero ? staged : TimeSpan.FromTicks(Math.Max(1, (long)(staged.Ticks / factor)));

    private sealed class Timer(ITimer real, Func<TimeSpan, TimeSpan> scale) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => real.Change(scale(dueTime), scale(period));

        public void Dispose() => real.Dispose();

        public ValueTask DisposeAsync() => real.DisposeAsync();
    }
}
