using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using FelScanner.Tests.Support;
using Xunit.v3;

[assembly: NoTestHangs]

namespace FelScanner.Tests.Support;

/// <summary>Cancels a test that takes longer than any honest one, so that it fails under its name; the long scripts give more minutes (FELSCANNER_TEST_MINUTES).</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class NoTestHangsAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("FELSCANNER_TEST_MINUTES") ?? "6", CultureInfo.InvariantCulture));
    private readonly ConcurrentDictionary<string, Timer> _running = new();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        _running[test.UniqueID] = new Timer(_ => context.CancelCurrentTest(), null, Longest, Timeout.InfiniteTimeSpan);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_running.TryRemove(test.UniqueID, out var timer))
            timer.Dispose();
    }
}
