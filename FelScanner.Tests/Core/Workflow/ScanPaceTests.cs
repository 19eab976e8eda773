using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Workflow;

public sealed class ScanPaceTests
{
    [Theory]
    [InlineData(1, 50, "50 of 2,000 films read")]
    [InlineData(10, 500, "500 of 2,000 films read, 30 s left")]
    [InlineData(60, 100, "100 of 2,000 films read, 19 min left")]
    [InlineData(60, 2000, "2,000 of 2,000 films read")]
    public void Progress_tells_how_many_and_how_long(int seconds, int read, string sentence)
    {
        var time = new ManualTime();
        List<string> told = [];
        var pace = new ScanPace(2000, time, new Listener(told));
        time.Advance(TimeSpan.FromSeconds(seconds));

        pace.Read(read);

        Assert.Equal([sentence], told);
    }

    private sealed class Listener(List<string> told) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => told.Add(value.Sentence);
    }
}
