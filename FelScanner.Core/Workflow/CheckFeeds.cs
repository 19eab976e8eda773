using System.Collections.Concurrent;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>Reads every feed that is due, politely: its interval, backoff with jitter, one request at a time a host, a stop after an authentication failure.</summary>
public sealed class CheckFeeds(IFeeds feeds, FeedDiary diary, IReleases releases, JudgeRelease judge, FeedReports reports)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _hosts = new();

    /// <summary>One sentence about what was read.</summary>
    /// <param name="byHand">Reads at once; a Retry-After and an authentication stop still hold.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    public async Task<string> RunAsync(bool byHand, CancellationToken cancellationToken)
    {
        var open = feeds.Open(reports.Settings.Current);
        if (open.Count == 0)
            return "No feed is configured.";
        var results = await Task.WhenAll(open.Select(feed => CheckAsync(feed, byHand, cancellationToken)));
        return string.Join(" ", results);
    }

    private async Task<string> CheckAsync(IFeed feed, bool byHand, CancellationToken cancellationToken)
    {
        var page = await diary.OpenAsync(feed, cancellationToken);
        if (diary.WhyNot(page, byHand) is { } why)
            return $"{feed.Name}: {why}";
        var turn = _hosts.GetOrAdd(feed.Host, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var reading = await feed.ReadAsync(page.Memory, cancellationToken);
            var (fresh, asked) = await TakeAsync(feed, reading.Releases, diary.IsFirstReading(page), cancellationToken);
            await diary.WriteAsync(feed, diary.After(page, feed, reading, fresh > 0), cancellationToken);
            reports.Fine(feed, reading);
            return reading.NotModified ? $"{feed.Name}: nothing new." : $"{feed.Name}: {reading.Releases.Count} read, {fresh} new, {asked} asked.";
        }
        catch (ServiceFault fault)
        {
            await diary.WriteAsync(feed, diary.After(page, feed, fault), cancellationToken);
            reports.Failed(feed, fault);
            return $"{feed.Name}: {fault.Message}";
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(int Fresh, int Asked)> TakeAsync(IFeed feed, IReadOnlyList<Release> read, bool firstReading, CancellationToken cancellationToken)
    {
        var (fresh, asked) = (0, 0);
        var now = reports.Time.GetUtcNow();
        foreach (var release in read)
        {
            var remembered = await releases.RememberAsync(release with { FirstSeen = now, LastSeen = now }, firstReading, cancellationToken);
            // What could not be offered for a fault of somebody else's is taken up again while the feed still shows it.
            if (!remembered.IsNew && remembered.Judged is { Verdict.Kind: not VerdictKind.Error })
                continue;
            fresh += remembered.IsNew ? 1 : 0;
            var judged = await judge.RunAsync(await DescribedAsync(feed, remembered, cancellationToken), JudgingCause.New, cancellationToken);
            asked += judged.RequestId is null ? 0 : 1;
        }

        return (fresh, asked);
    }

    /// <summary>A release whose name leaves the layer open gets its page's text, when the feed allows it.</summary>
    private static async Task<RememberedRelease> DescribedAsync(IFeed feed, RememberedRelease remembered, CancellationToken cancellationToken)
    {
        var release = remembered.Release;
        if (release.Description is not null || !feed.CanDescribe(release) || !LeavesLayerOpen(release))
            return remembered;
        try
        {
            return remembered with { Release = release with { Description = await feed.DescribeAsync(release, cancellationToken) } };
        }
        catch (ServiceFault fault) when (fault.Kind is FaultKind.NotFound or FaultKind.BadAnswer or FaultKind.Refused)
        {
            // A page that is gone or odd must not keep the release itself from being judged.
            return remembered;
        }
    }

    private static bool LeavesLayerOpen(Release release)
    {
        var parsed = ReleaseNameParser.Parse(release.Name);
        return parsed is { Tv: false, Dv: true, Fel: not true, Mel: not true, ReEncode: false } && parsed.Source is not ("webdl" or "webrip");
    }
}
