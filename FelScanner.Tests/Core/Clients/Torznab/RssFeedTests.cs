using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Torznab;

/// <summary>RSS as trackers make it: size and link stand in many places.</summary>
public sealed class RssFeedTests
{
    private const long GiB = 1L << 30;

    [Theory]
    [InlineData("""<enclosure url="http://127.0.0.1:8080/1.torrent" length="64424509440" type="application/x-bittorrent"/>""", 60 * GiB)]
    [InlineData("""<enclosure url="http://127.0.0.1:8080/1.torrent" length="54321" type="application/x-bittorrent"/><description>Size: 60 GB</description>""", 60 * GiB)]
    [InlineData("""<link>http://127.0.0.1:8080/1.torrent</link><size>64424509440</size>""", 60 * GiB)]
    [InlineData("""<link>http://127.0.0.1:8080/1.torrent</link><torrent xmlns="http://xmlns.ezrss.it/0.1/"><contentLength>64424509440</contentLength></torrent>""", 60 * GiB)]
    [InlineData("""<link>http://127.0.0.1:8080/1.torrent</link><t:contentLength xmlns:t="http://xmlns.ezrss.it/0.1/">64424509440</t:contentLength>""", 60 * GiB)]
    [InlineData("""<link>http://127.0.0.1:8080/1.torrent</link><description><![CDATA[<b>Size</b>: 61,440 MiB]]></description>""", 60 * GiB)]
    [InlineData("""<link>/1.torrent</link><description>no size</description>""", null)]
    public async Task Size_and_link_are_found_where_they_stand(string inside, long? bytes)
    {
        var release = Assert.Single(await ReadAsync($"<rss><channel><item><title>Dune 2021</title>{inside}</item></channel></rss>"));

        Assert.Equal(("http://127.0.0.1:8080/1.torrent", bytes), (release.Url, release.Bytes));
    }

    [Fact]
    public async Task Atom_is_read_as_well()
    {
        var release = Assert.Single(await ReadAsync("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Tracker</title><link rel="self" href="http://127.0.0.1:8080/atom"/>
            <entry><id>urn:uuid:7</id><title>Dune 2021 2160p UHD BluRay REMUX DV</title><updated>2026-01-30T10:00:00Z</updated>
            <link rel="self" href="http://127.0.0.1:8080/entry/7"/><link rel="alternate" href="http://127.0.0.1:8080/t/7"/>
            <link rel="enclosure" type="application/x-bittorrent" length="1234" href="http://127.0.0.1:8080/1.torrent"/><summary>Size: 60 GB. BL+EL+RPU</summary></entry></feed>
            """));

        Assert.Equal(("http://127.0.0.1:8080/1.torrent", 60 * GiB, "urn:uuid:7"), (release.Url, release.Bytes, release.FeedId));
        Assert.Equal((new DateTimeOffset(2026, 1, 30, 10, 0, 0, TimeSpan.Zero), "Size: 60 GB. BL+EL+RPU"), (release.PublishedAt, release.Description));
    }

    [Fact]
    public async Task An_atom_entry_without_an_enclosure_has_its_own_link()
    {
        var release = Assert.Single(await ReadAsync("""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id><title>Dune 2021</title><link href="/1.torrent"/><content>none</content></entry></feed>"""));

        Assert.Equal("http://127.0.0.1:8080/1.torrent", release.Url);
    }

    [Fact]
    public async Task A_magnet_is_a_magnet_and_gives_the_hash()
    {
        var release = Assert.Single(await ReadAsync("<rss><channel><item><title>Dune</title><link>magnet:?xt=urn:btih:6A189E0123456789ABCDEF0123456789ABCDEF01</link></item></channel></rss>"));

        Assert.Equal((null, "6a189e0123456789abcdef0123456789abcdef01"), (release.Url, release.InfoHash));
    }

    [Fact]
    public async Task An_id_never_holds_a_pass_key()
    {
        var release = Assert.Single(await ReadAsync("<rss><channel><item><title>Dune</title><guid>http://127.0.0.1:8080/dl?id=1&amp;passkey=s3cret</guid><link>http://127.0.0.1:8080/dl?id=1&amp;passkey=s3cret</link></item></channel></rss>"));

        Assert.DoesNotContain("s3cret", release.FeedId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_words_are_looked_for_in_what_the_feed_brings()
    {
        var releases = await ReadAsync("<rss><channel><item><title>Dune 2160p DV</title></item><item><title>Dune 1080p</title></item></channel></rss>", "2160p dv");

        Assert.Equal("Dune 2160p DV", Assert.Single(releases).Name);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(100_000)]
    public async Task Deep_nesting_is_refused(int depth)
    {
        var document = "<rss>" + string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth)) + "</rss>";

        await Assert.ThrowsAsync<ServiceFault>(() => ReadAsync(document));
    }

    [Fact]
    public async Task A_million_items_are_cut_and_wrong_characters_do_no_harm()
    {
        var items = string.Concat(Enumerable.Repeat("<item><title>Dune \u0001 2021</title></item>", 50_000));

        var releases = await ReadAsync($"<rss><channel>{items}</channel></rss>".Replace('\u0001', ' '));

        Assert.Equal(5000, releases.Count);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused() =>
        await Assert.ThrowsAsync<ServiceFault>(() => ReadAsync(new StubAnswer(200, Type: "text/xml") { Bytes = [0x3c, 0x72, 0xff, 0xfe, 0x00, 0x3e] }));

    [Fact]
    public async Task A_feed_that_is_switched_off_is_not_read()
    {
        var stub = new StubHttp();
        using var clients = TorznabFeedTests.Over(stub, Feed("") with { Enabled = false });

        var report = await clients.TestAsync("feeds");

        Assert.Equal((ConnectionStatus.Disabled, 0), (report.Status, stub.Calls.Count));
    }

    private static FeedDefinition Feed(string search) => new() { Name = "rss", Type = "rss", Url = "http://127.0.0.1:8080/rss", Search = search };

    private static Task<IReadOnlyList<Release>> ReadAsync(string document, string search = "") => ReadAsync(new StubAnswer(200, document, "text/xml"), search);

    private static async Task<IReadOnlyList<Release>> ReadAsync(StubAnswer answer, string search = "")
    {
        using var clients = TorznabFeedTests.Over(new StubHttp().On("GET", "/rss", _ => answer), Feed(search));
        return (await clients.Feed().ReadAsync(FeedMemory.Empty, TestContext.Current.CancellationToken)).Releases;
    }
}
