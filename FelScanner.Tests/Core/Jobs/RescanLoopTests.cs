using FelScanner.Core.Jobs.Loops;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Jobs;

public sealed class RescanLoopTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("ok", null)]
    [InlineData("stopped failed", null)]
    [InlineData("failed ok", 1)]
    [InlineData("failed failed ok failed", 2)]
    [InlineData("failed failed failed", 4)]
    [InlineData("failed failed failed failed failed failed failed failed", 60)]
    public void Each_failure_in_a_row_doubles_the_pause_up_to_an_hour(string results, int? minutes)
    {
        IReadOnlyList<ScanRecord> scans = [.. results.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((result, at) => new ScanRecord(A.Noon.AddHours(-at), A.Noon.AddHours(-at), result, 0, 0, 0, 0, null))];

        Assert.Equal(minutes is { } wait ? A.Noon.AddMinutes(wait) : null, RescanLoop.DueAt(scans));
    }
}
