namespace FelScanner.Tests.Core.Storage;

/// <summary>A clock that stands where the test puts it.</summary>
internal sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
