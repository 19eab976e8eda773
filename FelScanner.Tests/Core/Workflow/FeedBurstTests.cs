using System.Net;
using System.Text;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Workflow;

/// <summary>The short form of the burst: the long one, with figures, is benchmarks/feeds.</summary>
public sealed class FeedBurstTests
{
    private const int Feeds = 10;
    private const int Rounds = 3;
    private const int Burst = 50;

    private readonly ManualTime _clock = new();
    private int _uploaded;

    [Fact]
    public async Task Bursts_of_fifty_from_ten_feeds_are_each_judged_exactly_once()
    {
        await using var home = await FeedHome.OpenAsync(_clock, () => new Bursting(this), new { feeds = Enumerable.Range(0, Feeds).Select(i => new { name = $"f{i}", type = "rss", url = $"http://127.0.0.1:{8100 + i}/rss", interval_minutes = 5 }) });
        await home.OwnAsync(A.Film(copies: A.Copy(A.Quality(profile: 5))));

        for (var round = 0; round < Rounds; round++)
        {
            await home.CheckAsync();
            _clock.Advance(TimeSpan.FromMinutes(6));
        }

        var seen = await home.Get<IReleases>().PageAsync(new ReleaseFilter(), 1, 200, TestContext.Current.CancellationToken);
        Assert.Equal(Feeds * Rounds * Burst, seen.Total);
        Assert.All(seen.Items, judged => Assert.NotEmpty(judged.Verdict.Trace));
        Assert.Equal(seen.Total, (await home.Get<IReleases>().LastAsync(5_000, TestContext.Current.CancellationToken)).DistinctBy(judged => judged.Release.Name).Count());
    }

    /// <summary>Every reading brings fifty new releases, and the fifty before once more.</summary>
    private sealed class Bursting(FeedBurstTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var last = Interlocked.Add(ref test._uploaded, Burst);
            var items = Enumerable.Range(Math.Max(1, last - (2 * Burst) + 1), Math.Min(last, 2 * Burst)).Select(id =>
                $"<item><title>Some.Film.{id}.2021.2160p.UHD.BluRay.REMUX.DV.HDR.TrueHD.Atmos-GRP</title><guid>{id}</guid><link>http://127.0.0.1:8100/d/{id}</link><size>{60_000_000_000 + (id * 1_000_000_000L)}</size></item>");
            var body = $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>{string.Concat(items)}</channel></rss>";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/rss+xml") });
        }
    }
}
