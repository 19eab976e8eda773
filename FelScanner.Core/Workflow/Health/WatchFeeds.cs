using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow.Health;

/// <summary>Feeds that answer but bring nothing new for a week, and feeds that nobody reads any more.</summary>
internal sealed class WatchFeeds(IFeeds feeds, FeedDiary diary, ISettings settings, IFindings findings, TimeProvider time) : IHealthWatch
{
    private static readonly TimeSpan Silence = TimeSpan.FromDays(7);
    private static readonly TimeSpan Leeway = TimeSpan.FromHours(1);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        List<string> silent = [];
        foreach (var feed in feeds.Open(settings.Current))
        {
            if (SentenceOf(feed, await diary.OpenAsync(feed, cancellationToken)) is not { } what)
                continue;
            silent.Add($"silent.{feed.Name}");
            findings.Raise(silent[^1], FindingSeverity.Warning, what.Message, what.Remedy, what.Link);
        }

        findings.ClearAllBut("silent.", silent);
    }

    private (string Message, string Remedy, string Link)? SentenceOf(IFeed feed, FeedPage page)
    {
        var now = time.GetUtcNow();
        if (page is { Failures: 0, LastRead: { } read } && now - read > feed.Interval * 3 + Leeway)
            return ($"{feed.Name} was last read {Words.Duration(now - read)} ago.", "Look at the job “Check the feeds”: it may be paused.", "/hangfire");
        if (page is { Failures: 0, LastNew: { } last } && now - last > Silence)
            return ($"{feed.Name} answers, but has brought nothing new for {Words.Duration(now - last)}.", "Look at the feed in a browser: the search may be too narrow, or the account may see less than before.", "/settings/feeds");
        return null;
    }
}
