using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.IpTorrents;

public sealed class IpTorrentsPageTests
{
    private const string Html = "text/html; charset=utf-8";

    [Fact]
    public async Task A_row_is_read_by_the_heads_of_its_columns()
    {
        var time = new ManualTime();
        var stub = new StubHttp().On("GET", IpTorrentsAnswers.Search, 200, IpTorrentsAnswers.Page([IpTorrentsAnswers.Row(7, "Movie &amp; Co 2021 2160p [REQ] -", "<span class=\"free\">Free</span>")]), Html)
            .On("GET", IpTorrentsAnswers.Search + "&p=2", 200, IpTorrentsAnswers.Nothing, Html);

        var release = Assert.Single(await ReadAsync(stub, time: time));

        Assert.Equal(
            ("Movie & Co 2021 2160p", "7", (long)(74.5 * 1024 * 1024 * 1024), 1041, true, "BL+EL+RPU", "http://127.0.0.1:8090/download.php/7/Movie.torrent", "http://127.0.0.1:8090/t/7"),
            (release.Name, release.FeedId!, release.Bytes!.Value, release.Seeders!.Value, release.Freeleech, release.Query!, release.Url!, release.DetailsUrl!));
        Assert.InRange(release.PublishedAt!.Value, time.GetUtcNow().AddDays(-2.01), time.GetUtcNow().AddDays(-1.9));
    }

    [Fact]
    public async Task Moved_columns_are_followed()
    {
        var row = """<tr><td></td><td><a class="hv" href="/t/7">Movie 2021</a></td><td>12</td><td>60.1 GB</td><td><a href="/download.php/7/x.torrent"></a></td></tr>""";
        var stub = new StubHttp().On("GET", IpTorrentsAnswers.Search, 200, IpTorrentsAnswers.Page([row], "", "name", "seeders", "size", ""), Html)
            .On("GET", IpTorrentsAnswers.Search + "&p=2", 200, IpTorrentsAnswers.Nothing, Html);

        var release = Assert.Single(await ReadAsync(stub));

        Assert.Equal((12, (long)(60.1 * 1024 * 1024 * 1024)), (release.Seeders!.Value, release.Bytes!.Value));
    }

    [Fact]
    public async Task The_cookies_go_with_their_browser()
    {
        var stub = new StubHttp().On("GET", "/t", 200, IpTorrentsAnswers.Nothing, Html);

        await ReadAsync(stub);

        Assert.Equal(("uid=12; pass=abc; cf_clearance=cf", "Firefox/128"), (stub.Calls[0].Header("Cookie"), stub.Calls[0].Header("User-Agent")));
    }

    [Fact]
    public async Task A_cookie_that_the_site_renews_is_kept()
    {
        var stub = new StubHttp().On("GET", "/t", 200, IpTorrentsAnswers.Nothing, Html, ("Set-Cookie", "pass=renewed; path=/; HttpOnly"), ("Set-Cookie", "uid=deleted; max-age=0"));
        using var clients = RealClients.Over(stub, IpTorrentsAnswers.Settings());

        await clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);
        await clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);

        Assert.Equal("uid=12; pass=renewed; cf_clearance=cf", stub.Calls[^1].Header("Cookie"));
    }

    [Fact]
    public async Task A_renewed_session_outlives_the_program_sealed_and_ends_with_new_cookies()
    {
        var stub = new StubHttp().On("GET", "/t", 200, IpTorrentsAnswers.Nothing, Html, ("Set-Cookie", "pass=renewed; path=/; HttpOnly"));
        using var before = RealClients.Over(stub, IpTorrentsAnswers.Settings());
        await before.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);

        using var after = before.Restarted(stub);
        await after.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);
        var renewed = stub.Calls[^1].Header("Cookie");
        after.Settings.Become(IpTorrentsAnswers.Settings(own => own with { Pass = new Secret("typed anew") }));
        await after.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken);

        Assert.Equal(("uid=12; pass=renewed; cf_clearance=cf", "uid=12; pass=typed anew; cf_clearance=cf"), (renewed, stub.Calls[^1].Header("Cookie")));
        Assert.DoesNotContain("renewed", string.Concat((await before.Notebook.AllAsync("", TestContext.Current.CancellationToken)).Values), StringComparison.Ordinal);
    }

    public static TheoryData<StubAnswer, FaultKind, string> Odd => new()
    {
        { new StubAnswer(200, IpTorrentsAnswers.Login, Html), FaultKind.Unauthorised, "expired" },
        { new StubAnswer(403, IpTorrentsAnswers.Challenge, Html), FaultKind.Forbidden, "Cloudflare" },
        { new StubAnswer(503, IpTorrentsAnswers.Challenge, Html), FaultKind.Forbidden, "Cloudflare" },
        { new StubAnswer(200, IpTorrentsAnswers.Challenge, Html), FaultKind.Forbidden, "Cloudflare" },
        { new StubAnswer(403, "", Html, ("cf-mitigated", "challenge")), FaultKind.Forbidden, "Cloudflare" },
        { new StubAnswer(200, IpTorrentsAnswers.Redesigned, Html), FaultKind.BadAnswer, "layout" },
        { new StubAnswer(200, IpTorrentsAnswers.Page(["<tr><td>a</td><td>b</td><td>c</td></tr>", "<tr><td>a</td><td>b</td><td>c</td></tr>"]), Html), FaultKind.BadAnswer, "layout" },
        { new StubAnswer(429, "", Html, ("Retry-After", "120")), FaultKind.RateLimited, "pause" },
        { new StubAnswer(500, "", Html), FaultKind.BadAnswer, "error of its own" },
        { new StubAnswer(302, "", Html, ("Location", "http://169.254.169.254/")), FaultKind.Refused, "never connects there" },
        { new StubAnswer(302, "", Html, ("Location", "http://evil.example/")), FaultKind.Refused, "not one of its hosts" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task What_is_not_the_page_is_told_apart(StubAnswer answer, FaultKind kind, string words)
    {
        var stub = new StubHttp().On("GET", "/t", _ => answer);
        using var clients = RealClients.Over(stub, IpTorrentsAnswers.Settings());

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken));

        Assert.Equal((kind, "iptorrents", 1), (fault.Kind, fault.Service, stub.Calls.Count));
        Assert.Contains(words, fault.What, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Remedy);
    }

    [Fact]
    public async Task A_redirect_to_the_login_page_that_answers_200_is_an_expired_login()
    {
        var stub = new StubHttp().On("GET", "/t", 302, "", "", ("Location", "/login.php?returnto=t")).On("GET", "/login.php", 200, IpTorrentsAnswers.Login, Html);
        using var clients = RealClients.Over(stub, IpTorrentsAnswers.Settings());

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken));

        Assert.Equal(FaultKind.Unauthorised, fault.Kind);
    }

    [Fact]
    public async Task Nothing_found_for_a_term_is_empty_and_without_a_term_a_missing_setting()
    {
        var stub = new StubHttp().On("GET", "/t", 200, IpTorrentsAnswers.Nothing, Html);
        using var withoutTerm = RealClients.Over(stub, IpTorrentsAnswers.Settings(own => own with { Search = [] }));

        Assert.Empty(await ReadAsync(stub));
        var fault = await Assert.ThrowsAsync<ServiceFault>(() => withoutTerm.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken));
        Assert.Contains("categories", fault.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<b>", 500_000)]
    [InlineData("<a ", 1_000_000)]
    [InlineData("x=y ", 100_000)]
    public async Task A_page_that_would_keep_a_parser_busy_is_refused(string part, int times)
    {
        var page = "<html><body><a href=\"/lout.php\">x</a><i " + string.Concat(Enumerable.Repeat(part, times)) + "><table id=\"torrents\"></table>";

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => ReadAsync(new StubHttp().On("GET", "/t", 200, page, Html)));

        Assert.Equal(FaultKind.BadAnswer, fault.Kind);
    }

    internal static async Task<IReadOnlyList<Release>> ReadAsync(StubHttp stub, FelSettings? settings = null, ManualTime? time = null)
    {
        time ??= new ManualTime();
        using var clients = RealClients.Over(stub, settings ?? IpTorrentsAnswers.Settings(), time);
        return (await time.DriveAsync(clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken), TimeSpan.FromMilliseconds(100))).Releases;
    }
}
