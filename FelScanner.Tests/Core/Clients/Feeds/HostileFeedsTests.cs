using System.Globalization;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Feeds;

/// <summary>Feeds made to do harm, over real connections. FELSCANNER_HOSTILE_FEEDS says how many; the whole proof is a thousand.</summary>
public sealed class HostileFeedsTests
{
    private const long Bounded = 64L << 20;

    private static readonly int Feeds = int.TryParse(Environment.GetEnvironmentVariable("FELSCANNER_HOSTILE_FEEDS"), CultureInfo.InvariantCulture, out var many) ? many : 88;

    [Fact]
    public async Task Every_hostile_feed_is_refused_with_a_sentence_nothing_is_fetched_elsewhere_and_memory_stays_bounded()
    {
        await using var server = await HostileServer.StartAsync();
        var definitions = Enumerable.Range(0, Feeds).Select(i => new FeedDefinition { Name = $"feed {i}", Type = "rss", Url = $"{server.Address}f/{i}" });
        using var clients = RealClients.OverTheNetwork(new FelSettings { More = new MoreFeedsSettings { Feeds = [.. definitions] } });
        var before = GC.GetTotalMemory(forceFullCollection: true);

        List<string> wrong = [];
        for (var i = 0; i < Feeds; i++)
        {
            var fault = await Record.ExceptionAsync(() => clients.Feed(i).ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken));
            if (fault is not ServiceFault { What.Length: > 20, Remedy.Length: > 10 })
                wrong.Add($"{server.NameOf(i)}: {fault?.ToString() ?? "was read"}");
        }

        Assert.Empty(wrong);
        Assert.Empty(server.Elsewhere);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Bounded);
    }
}
