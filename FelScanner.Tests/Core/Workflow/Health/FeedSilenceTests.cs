using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Core.Workflow.Boards;
using FelScanner.Core.Workflow.Health;
using FelScanner.Tests.Support;
using NSubstitute;

namespace FelScanner.Tests.Core.Workflow.Health;

public sealed class FeedSilenceTests
{
    [Theory]
    [InlineData(0.1, 6, null)]
    [InlineData(0.1, 8, "brought nothing new")]
    [InlineData(5, 6, "last read")]
    public async Task A_silent_feed_is_told(double hoursSinceRead, double daysSinceNew, string? word)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(time);
        var feed = Substitute.For<IFeed>();
        feed.Name.Returns("tracker");
        feed.Identity.Returns("x");
        feed.Interval.Returns(TimeSpan.FromMinutes(30));
        var feeds = Substitute.For<IFeeds>();
        feeds.Open(default!).ReturnsForAnyArgs([feed]);
        var settings = new FixedSettings(new FelSettings());
        var diary = new FeedDiary(database.Notebook, settings, time);
        var now = time.GetUtcNow();
        await diary.WriteAsync(feed, new FeedPage { Identity = "x", LastRead = now.AddHours(-hoursSinceRead), LastNew = now.AddDays(-daysSinceNew) }, TestContext.Current.CancellationToken);
        var findings = new Findings(new EventBus(), time);

        await new WatchFeeds(feeds, diary, settings, findings, time).LookAsync(TestContext.Current.CancellationToken);

        Assert.Equal(word is not null, findings.Now.Count == 1);
        Assert.Contains(word ?? "", findings.Now.SingleOrDefault()?.Message ?? "", StringComparison.Ordinal);
    }
}
