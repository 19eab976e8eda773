using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.IpTorrents;

public sealed class IpTorrentsFeedTests
{
    private const string Html = "text/html";
    private const string Rss = """
        <?xml version="1.0"?><rss version="2.0"><channel>
        <item><title>Movie&#39;s Name 2021 2160p UHD BluRay REMUX DV HDR</title><link>http://127.0.0.1:8090/download.php/7/Movie.torrent?torrent_pass=abcd</link>
        <pubDate>Fri, 30 Jan 2026 10:00:00 +0000</pubDate><description>74.5 GB; Movie/4K</description></item>
        <item><title>Other 2020</title><link>http://127.0.0.1:8090/download.php/8/Other.torrent?torrent_pass=abcd</link><description>Category: Movie/4K Size: 60.1 GB </description></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Pages_are_read_until_one_ends_in_what_was_seen_before()
    {
        var stub = Pages(5);
        var memory = FeedMemory.Empty with { NewestIds = ["73", "72", "71"] };

        var reading = await ReadAsync(stub, memory);

        Assert.Equal((true, 3), (reading.Complete, stub.Calls.Count));
        Assert.Equal(["100", "99", "98"], reading.Memory.NewestIds.Take(3));
    }

    [Fact]
    public async Task At_most_ten_pages_are_read_and_the_reading_says_that_more_is_left()
    {
        var stub = Pages(30);

        var reading = await ReadAsync(stub, FeedMemory.Empty with { NewestIds = ["0"] });

        Assert.Equal((false, 10), (reading.Complete, stub.Calls.Count));
    }

    [Fact]
    public async Task A_site_that_repeats_its_last_page_ends_the_reading()
    {
        var stub = new StubHttp().On("GET", "/t", 200, IpTorrentsAnswers.Page([IpTorrentsAnswers.Row(7)]), Html);

        var reading = await ReadAsync(stub, FeedMemory.Empty);

        Assert.Equal((1, 2), (reading.Releases.Count, stub.Calls.Count));
    }

    [Fact]
    public async Task A_release_pinned_to_the_top_does_not_end_the_reading()
    {
        var stub = new StubHttp()
            .On("GET", IpTorrentsAnswers.Search, 200, IpTorrentsAnswers.Page([IpTorrentsAnswers.Row(5), IpTorrentsAnswers.Row(100), IpTorrentsAnswers.Row(99)]), Html)
            .On("GET", IpTorrentsAnswers.Search + "&p=2", 200, IpTorrentsAnswers.Page([IpTorrentsAnswers.Row(98), IpTorrentsAnswers.Row(50)]), Html);

        var reading = await ReadAsync(stub, FeedMemory.Empty with { NewestIds = ["50", "5"] });

        Assert.Equal(["5", "100", "99", "98", "50"], reading.Releases.Select(r => r.FeedId));
    }

    [Fact]
    public async Task RSS_brings_names_sizes_and_links()
    {
        var stub = new StubHttp().On("GET", "/t.rss", 200, Rss, "application/rss+xml");

        var releases = (await ReadAsync(stub, FeedMemory.Empty, RssOnly())).Releases;

        Assert.Equal([("Movie's Name 2021 2160p UHD BluRay REMUX DV HDR", "7", 79993765888L), ("Other 2020", "8", 64531883622L)], releases.Select(r => (r.Name, r.FeedId!, r.Bytes!.Value)));
        Assert.Null(stub.Calls[0].Header("Cookie"));
    }

    [Fact]
    public async Task An_RSS_document_that_did_not_change_is_not_sent_again()
    {
        var stub = new StubHttp().On("GET", "/t.rss", call => call.Header("If-None-Match") == "\"v1\"" ? new StubAnswer(304) : new StubAnswer(200, Rss, "text/xml", ("ETag", "\"v1\"")));
        using var clients = RealClients.Over(stub, RssOnly());

        var first = await clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);
        var second = await clients.Feed().ReadAsync(first.Memory, TestContext.Current.CancellationToken);

        Assert.Equal((false, true, 0), (first.NotModified, second.NotModified, second.Releases.Count));
    }

    [Fact]
    public async Task Search_and_RSS_of_one_release_are_one()
    {
        var stub = new StubHttp().On("GET", "/t.rss", 200, Rss, "text/xml").On("GET", "/t", 200, IpTorrentsAnswers.Page([IpTorrentsAnswers.Row(7, "Movies.Name.2021.2160p")]), Html);

        var reading = await ReadAsync(stub, FeedMemory.Empty, IpTorrentsAnswers.Settings(own => own with { RssUrl = Address }));

        Assert.Equal([("7", "Movies.Name.2021.2160p", "BL+EL+RPU"), ("8", "Other 2020", null)], reading.Releases.Select(r => (r.FeedId!, r.Name, r.Query)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8090/t.rss?u=1;tp=x;101")]
    [InlineData("http://127.0.0.1:8090/browse?u=1;tp=x;101;download")]
    public async Task An_RSS_address_without_direct_downloads_is_refused(string url)
    {
        var stub = new StubHttp();
        using var clients = RealClients.Over(stub, new FelSettings { IpTorrents = new() { Url = "http://127.0.0.1:8090", RssUrl = new Secret(url) } });

        Assert.Equal((FaultKind.NotConfigured, 0), ((await clients.TestAsync("iptorrents")).Fault, stub.Calls.Count));
    }

    [Fact]
    public async Task A_torrent_is_fetched_with_the_cookies()
    {
        var stub = new StubHttp().On("GET", "/download.php/7/x.torrent", _ => new StubAnswer(200, Type: "application/x-bittorrent") { Bytes = TorrentMaker.Single("x.mkv") });
        using var clients = RealClients.Over(stub, IpTorrentsAnswers.Settings());

        var file = await clients.Feed().FetchTorrentAsync("http://127.0.0.1:8090/download.php/7/x.torrent", TestContext.Current.CancellationToken);

        Assert.Equal(TorrentMaker.Single("x.mkv"), file);
        Assert.StartsWith("uid=12", stub.Calls[0].Header("Cookie"), StringComparison.Ordinal);
    }

    public static TheoryData<string, StubAnswer?, FaultKind> BadTorrents => new()
    {
        { "http://127.0.0.1:8090/download.php/7/x.torrent", new StubAnswer(200, IpTorrentsAnswers.Login, Html), FaultKind.Unauthorised },
        { "http://127.0.0.1:8090/download.php/7/x.torrent", new StubAnswer(403, IpTorrentsAnswers.Challenge, Html), FaultKind.Forbidden },
        { "http://127.0.0.1:8090/download.php/7/x.torrent", new StubAnswer(404), FaultKind.NotFound },
        { "http://127.0.0.1:8090/download.php/7/x.torrent", new StubAnswer(200, "not bencode"), FaultKind.BadAnswer },
        { "http://127.0.0.1:8090/download.php/7/x.torrent", new StubAnswer(200) { Bytes = new byte[(10 << 20) + 1] }, FaultKind.BadAnswer },
        { "http://127.0.0.1:8090/download.php/7/x.torrent", new StubAnswer(302, "", "", ("Location", "http://evil.example/x.torrent")), FaultKind.Refused },
        { "http://evil.example/x.torrent", null, FaultKind.Refused },
        { "http://169.254.169.254/x.torrent", null, FaultKind.Refused },
        { "file:///etc/passwd", null, FaultKind.Refused },
    };

    [Theory]
    [MemberData(nameof(BadTorrents))]
    public async Task What_is_no_torrent_of_this_site_is_refused(string url, StubAnswer? answer, FaultKind kind)
    {
        var stub = new StubHttp();
        if (answer is not null)
            stub.On("GET", "/download.php/7/x.torrent", _ => answer);
        using var clients = RealClients.Over(stub, IpTorrentsAnswers.Settings());

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => clients.Feed().FetchTorrentAsync(url, TestContext.Current.CancellationToken));

        Assert.Equal(kind, fault.Kind);
    }

    [Fact]
    public async Task A_release_is_described_by_its_own_text_alone()
    {
        var stub = new StubHttp().On("GET", "/t/7", 200, """<html><body><a href="/lout.php">x</a><div class="desc"><pre>HDR format: Dolby Vision, dvhe.07.06, BL+EL+RPU</pre></div><ul><li>Another P7 FEL</li></ul></body></html>""", Html);
        using var clients = RealClients.Over(stub, IpTorrentsAnswers.Settings());

        var text = await clients.Feed().DescribeAsync(new Release { Name = "x", Feed = "iptorrents", DetailsUrl = "http://127.0.0.1:8090/t/7" }, TestContext.Current.CancellationToken);

        Assert.Equal("HDR format: Dolby Vision, dvhe.07.06, BL+EL+RPU", text);
    }

    [Fact]
    public async Task FlareSolverr_passes_the_check_and_its_cookie_is_kept()
    {
        var page = System.Text.Json.JsonSerializer.Serialize(IpTorrentsAnswers.Nothing);
        var stub = new StubHttp()
            .On("GET", "/t", call => call.Header("User-Agent") == "Solver/1" ? new StubAnswer(200, IpTorrentsAnswers.Nothing, Html) : new StubAnswer(403, IpTorrentsAnswers.Challenge, Html))
            .On("POST", "/v1", 200, $$$"""{"status":"ok","message":"","solution":{"url":"http://127.0.0.1:8090/t","status":200,"response":{{{page}}},"cookies":[{"name":"cf_clearance","value":"fresh"}],"userAgent":"Solver/1"}}""");
        using var clients = RealClients.Over(stub, IpTorrentsAnswers.Settings(own => own with { FlareSolverrUrl = "http://127.0.0.1:8191" }));

        await clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);
        await clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);

        Assert.Equal((1, "uid=12; pass=abc; cf_clearance=fresh"), (stub.CountOf("POST", "/v1"), stub.Calls[^1].Header("Cookie")));
    }

    [Fact]
    public void The_identity_holds_no_key_and_changes_with_the_search()
    {
        using var one = RealClients.Over(new StubHttp(), RssOnly());
        using var otherKey = RealClients.Over(new StubHttp(), new FelSettings { IpTorrents = RssOnly().IpTorrents with { RssUrl = new Secret("http://127.0.0.1:8090/t.rss?u=1;tp=other;101;download") } });
        using var search = RealClients.Over(new StubHttp(), IpTorrentsAnswers.Settings());
        using var otherSearch = RealClients.Over(new StubHttp(), IpTorrentsAnswers.Settings(own => own with { Search = ["FEL"] }));

        Assert.Equal(one.Feed().Identity, otherKey.Feed().Identity);
        Assert.NotEqual(search.Feed().Identity, otherSearch.Feed().Identity);
    }

    private static Secret Address => new("http://127.0.0.1:8090/t.rss?u=1;tp=abcd;101;download");

    private static FelSettings RssOnly() => new() { IpTorrents = new() { Url = "http://127.0.0.1:8090", RssUrl = Address } };

    private static StubHttp Pages(int pages)
    {
        var stub = new StubHttp();
        for (var page = 1; page <= pages; page++)
        {
            var rows = Enumerable.Range(0, 10).Select(n => 100 - ((page - 1) * 10) - n).Select(id => IpTorrentsAnswers.Row(id < 1 ? 1000 - id : id));
            stub.On("GET", page == 1 ? IpTorrentsAnswers.Search : $"{IpTorrentsAnswers.Search}&p={page}", 200, IpTorrentsAnswers.Page(rows), Html);
        }

        return stub;
    }

    private static async Task<FeedReading> ReadAsync(StubHttp stub, FeedMemory memory, FelSettings? settings = null)
    {
        var time = new ManualTime();
        using var clients = RealClients.Over(stub, settings ?? IpTorrentsAnswers.Settings(), time);
        return await time.DriveAsync(clients.Feed().ReadAsync(memory, TestContext.Current.CancellationToken), TimeSpan.FromMilliseconds(200));
    }
}
