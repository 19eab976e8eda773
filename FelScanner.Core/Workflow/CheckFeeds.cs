using System.Collections.Concurrent;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>Reads every feed that is due, politely: its interval, backoff with jitter, one request at a time a host, a stop after an authentication failure.</summary>
public sealed class CheckFeeds(IFeeds feeds, FeedDiary diary, IReleases releases, DescribeRelease describe, FeedReports reports)
{
    /// <summary>So many releases are stored and judged in one go: one commit in place of a hundred, and nobody else waits long.</summary>
    private const int AtOnce = 100;

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
        if (diary.WhyNot(feed, page, byHand) is { } why)
            return $"{feed.Name}: {why}";
        var turn = _hosts.GetOrAdd(feed.Host, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            page = await diary.BeginAsync(feed, page, cancellationToken);
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
        var questions = describe.Begin(feed);
        foreach (var some in read.Chunk(AtOnce))
        {
            var open = await releases.RememberReadingAsync([.. some.Select(release => release with { FirstSeen = now, LastSeen = now })], firstReading, cancellationToken);
            fresh += open.Count(r => r.IsNew);
            asked += (await questions.JudgeAsync(open, cancellationToken)).Count(judged => judged.RequestId is not null);
        }

        return (fresh, asked);
    }
}
