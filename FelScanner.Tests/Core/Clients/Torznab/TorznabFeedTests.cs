using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Torznab;

public sealed class TorznabFeedTests
{
    private const string Api = "/1/api";
    private const string Xml = "application/rss+xml";
    private const string Caps = """<caps><server title="Prowlarr" version="1.30"/><searching><movie-search available="yes" supportedParams="q,imdbid,tmdbid"/></searching></caps>""";

    [Fact]
    public async Task An_item_brings_everything_it_tells()
    {
        var stub = new StubHttp().On("GET", Api, 200, Rss(Item("1")), Xml);

        var release = Assert.Single((await ReadAsync(stub)).Releases);

        Assert.Equal(
            ("Dune.2021.2160p-GRP", "https://tracker.example/t/1", "6a189e0123456789abcdef0123456789abcdef01", 78400000000L, 41, true, "tt1160419", 438631, "http://127.0.0.1:9696/1/download?apikey=k&link=1"),
            (release.Name, release.FeedId!, release.InfoHash!, release.Bytes!.Value, release.Seeders!.Value, release.Freeleech, release.ImdbId!, release.TmdbId!.Value, release.Url!));
        Assert.Equal(("?t=search&q=&cat=2045&extended=1&limit=100&apikey=k3y", "k3y"), (stub.Calls[0].Address.Query, stub.Calls[0].Header("X-Api-Key")));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9696/1", "/1/api")]
    [InlineData("http://127.0.0.1:9696/1/", "/1/api")]
    [InlineData("http://127.0.0.1:9696/1/api?extended=0", "/1/api")]
    [InlineData("http://127.0.0.1:9696/api/v1/indexer/3/newznab", "/api/v1/indexer/3/newznab")]
    [InlineData("http://127.0.0.1:9117/api/v2.0/indexers/ipt/results/torznab/", "/api/v2.0/indexers/ipt/results/torznab/api")]
    public async Task The_address_may_be_typed_as_Prowlarr_or_Jackett_show_it(string url, string path)
    {
        var stub = new StubHttp().On("GET", path, 200, Rss(), Xml);

        await ReadAsync(stub, Feed() with { Url = url });

        Assert.Equal(path, Assert.Single(stub.Calls).Path);
    }

    [Fact]
    public async Task A_server_that_knows_the_address_only_as_typed_is_asked_so()
    {
        var stub = new StubHttp().On("GET", "/torznab/api", 404, "", "").On("GET", "/torznab", 200, Rss(Item("1")), Xml);
        using var clients = Over(stub, Feed() with { Url = "http://127.0.0.1:9696/torznab" });

        await clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);
        await clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);

        Assert.Equal(["/torznab/api", "/torznab", "/torznab"], stub.Calls.Select(c => c.Path));
    }

    [Fact]
    public async Task Pages_are_read_until_something_known()
    {
        string[] first = [.. Enumerable.Range(1, 100).Select(n => Item($"{n}"))];
        var stub = new StubHttp().On("GET", Api, call => new StubAnswer(200, call.Address.Query.Contains("offset=100", StringComparison.Ordinal) ? Rss(Item("101"), Item("102")) : Rss(first), Xml));

        var reading = await ReadAsync(stub, memory: FeedMemory.Empty with { NewestIds = ["https://tracker.example/t/102"] });

        Assert.Equal((102, 2, true), (reading.Releases.Count, stub.Calls.Count, reading.Complete));
    }

    [Fact]
    public async Task Nothing_new_is_not_sent_again()
    {
        var stub = new StubHttp().On("GET", Api, call => call.Header("If-None-Match") is null ? new StubAnswer(200, Rss(Item("1")), Xml, ("ETag", "\"1\"")) : new StubAnswer(304));
        using var clients = Over(stub);

        var first = await clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);
        var second = await clients.Feed().ReadAsync(first.Memory, TestContext.Current.CancellationToken);

        Assert.True(second.NotModified);
    }

    [Theory]
    [InlineData(401, """<error code="100" description="Invalid API Key"/>""", FaultKind.Unauthorised)]
    [InlineData(200, """<error code="100" description="Invalid API Key"/>""", FaultKind.Unauthorised)]
    [InlineData(400, """<error code="201" description="Incorrect parameter"/>""", FaultKind.Refused)]
    [InlineData(410, """<error code="410" description="Indexer is disabled"/>""", FaultKind.Refused)]
    [InlineData(429, """<error code="429" description="Query limit"/>""", FaultKind.RateLimited)]
    [InlineData(500, """<error code="900" description="Boom"/>""", FaultKind.BadAnswer)]
    [InlineData(401, "", FaultKind.Unauthorised)]
    [InlineData(404, "", FaultKind.NotFound)]
    [InlineData(200, "<!DOCTYPE html><html><body>Login</body></html>", FaultKind.BadAnswer)]
    [InlineData(200, "<opml></opml>", FaultKind.BadAnswer)]
    [InlineData(200, "<rss><channel><item><title>cut", FaultKind.BadAnswer)]
    [InlineData(200, "", FaultKind.BadAnswer)]
    [InlineData(200, "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">]><rss>&lol;</rss>", FaultKind.BadAnswer)]
    [InlineData(200, "<?xml version=\"1.0\"?><!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x.dtd\"><rss/>", FaultKind.BadAnswer)]
    public async Task A_refusal_or_a_harmful_document_is_one_fault(int status, string body, FaultKind kind)
    {
        var stub = new StubHttp().On("GET", Api, status, body, "text/xml", ("Retry-After", "90"));

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => ReadAsync(stub));

        Assert.Equal((kind, "feed:Prowlarr"), (fault.Kind, fault.Service));
        Assert.NotEmpty(fault.Remedy);
        Assert.DoesNotContain("k3y", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_that_is_asked_for_is_told()
    {
        var stub = new StubHttp().On("GET", Api, 429, "", "", ("Retry-After", "90"));

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => ReadAsync(stub));

        Assert.Equal(TimeSpan.FromSeconds(90), fault.RetryAfter);
    }

    [Theory]
    [InlineData(438631, "tt1160419", "t=movie&tmdbid=438631")]
    [InlineData(null, "tt1160419", "t=movie&imdbid=1160419")]
    [InlineData(null, null, "t=search&q=Dune%202021")]
    public async Task A_film_is_searched_for_by_the_best_the_server_knows(int? tmdb, string? imdb, string question)
    {
        var stub = new StubHttp().On("GET", Api, call => new StubAnswer(200, call.Address.Query.Contains("t=caps", StringComparison.Ordinal) ? Caps : Rss(Item("1")), Xml));
        using var clients = Over(stub);

        await clients.Feed().SearchAsync(new FilmQuery("Dune", 2021, tmdb, imdb), TestContext.Current.CancellationToken);

        Assert.StartsWith("?" + question, stub.Calls[^1].Address.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9696/1/download?x", true)]
    [InlineData("http://127.0.0.1:9999/x", true)]
    [InlineData("https://dl.example/x.torrent", true)]
    [InlineData("https://cdn.example:8443/x.torrent", true)]
    [InlineData("https://cdn.example/x.torrent", false)]
    [InlineData("https://evil.example/x.torrent", false)]
    [InlineData("http://169.254.169.254/x.torrent", false)]
    public void Torrents_come_from_the_feeds_hosts_alone(string address, bool serves)
    {
        using var clients = Over(new StubHttp(), Feed() with { DownloadHosts = ["dl.example", "cdn.example:8443", "169.254.169.254"] });

        Assert.Equal(serves, clients.Feed().Serves(new Uri(address)));
    }

    [Fact]
    public async Task A_test_asks_for_the_caps_once()
    {
        var stub = new StubHttp().On("GET", Api, 200, Caps, "text/xml");
        using var clients = Over(stub);

        var report = await clients.TestAsync("feeds");

        Assert.Equal(("feed:Prowlarr", ConnectionStatus.Connected, "1.30", 1), (report.Service, report.Status, report.Version, stub.Calls.Count));
    }

    [Fact]
    public void The_interval_has_a_floor()
    {
        using var clients = Over(new StubHttp(), Feed() with { IntervalMinutes = 1 });

        Assert.Equal(TimeSpan.FromMinutes(5), clients.Feed().Interval);
    }

    internal static RealClients Over(StubHttp stub, FeedDefinition? feed = null) => RealClients.Over(stub, new FelSettings { More = new() { Feeds = [feed ?? Feed()] } });

    private static FeedDefinition Feed() => new() { Name = "Prowlarr", Type = "torznab", Url = "http://127.0.0.1:9696/1/api", ApiKey = new Secret("k3y") };

    private static async Task<FeedReading> ReadAsync(StubHttp stub, FeedDefinition? feed = null, FeedMemory? memory = null)
    {
        using var clients = Over(stub, feed);
        return await clients.Feed().ReadAsync(memory ?? FeedMemory.Empty, TestContext.Current.CancellationToken);
    }

    private static string Rss(params string[] items) => $"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:torznab="http://torznab.com/schemas/2015/feed"><channel>{string.Concat(items)}</channel></rss>""";

    private static string Item(string id) => $"""
        <item><title>Dune.2021.2160p-GRP</title><guid>https://tracker.example/t/{id}</guid><comments>https://tracker.example/t/{id}</comments><pubDate>Fri, 30 Jan 2026 10:00:00 GMT</pubDate><size>78400000000</size>
        <enclosure url="http://127.0.0.1:9696/1/download?apikey=k&amp;link={id}" length="78400000000" type="application/x-bittorrent"/>
        <torznab:attr name="seeders" value="41"/><torznab:attr name="peers" value="50"/><torznab:attr name="infohash" value="6A189E0123456789ABCDEF0123456789ABCDEF01"/>
        <torznab:attr name="imdb" value="1160419"/><torznab:attr name="tmdbid" value="438631"/><torznab:attr name="downloadvolumefactor" value="0"/></item>
        """;
}
