using AngleSharp.Html.Parser;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.IpTorrents;
using FelScanner.Web.Demo.Torrents;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.Web.Demo.IpTorrents;

public sealed class SimIpTorrentsTests
{
    private static readonly IpTorrentsOptions Member = new();

    [Fact]
    public async Task Without_the_cookies_the_login_page_comes_with_200()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = new WireClient(world.Household.IpTorrents.Address);

        var answer = await client.GetAsync("t?101=", ("User-Agent", Member.UserAgent));

        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain("lout.php", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_meets_the_challenge()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = new WireClient(world.Household.IpTorrents.Address);

        var answer = await client.GetAsync("t?101=", ("User-Agent", "curl/8"), Cookies);

        Assert.Equal((403, "challenge"), (answer.Status, answer.Headers["cf-mitigated"]));
    }

    [Fact]
    public async Task Descriptions_are_searched_and_rows_stand_in_the_documented_table()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var release = world.FelRelease(world.Film());
        world.Household.Tracker.Publish("Some.Film.2020.2160p.WEB-DL.x265-GRP", 9_000_000_000);
        using var client = new WireClient(world.Household.IpTorrents.Address);

        var answer = await client.GetAsync("t?101=&q=BL%2BEL%2BRPU&qf=adv&p=1", ("User-Agent", Member.UserAgent), Cookies);

        var row = Assert.Single(new HtmlParser().ParseDocument(answer.Text).QuerySelectorAll("table#torrents > tbody > tr"));
        Assert.Equal(release.Name, row.QuerySelector("a.hv")!.TextContent);
        Assert.Equal("73.02 GB", row.Children[5].TextContent);
    }

    [Fact]
    public async Task A_download_is_a_torrent_of_one_film_with_the_stated_size()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var release = world.FelRelease(world.Film());
        using var client = new WireClient(world.Household.IpTorrents.Address);

        var answer = await client.GetAsync(world.Household.IpTorrents.DownloadAddress(release).PathAndQuery, ("User-Agent", Member.UserAgent), Cookies);

        var file = TorrentFile.Read(answer.Bytes)!;
        Assert.Equal((release.Bytes, $"{release.Name}.mkv", world.Household.Tracker.HashOf(release)), (file.Bytes, file.Name, file.Hash));
    }

    [Fact]
    public async Task The_feed_has_no_dots_in_titles_and_its_links_carry_the_pass()
    {
        await using var world = await SimulatedWorld.StartAsync();
        world.FelRelease(world.Film());
        using var client = new WireClient(world.Household.IpTorrents.Address);

        var answer = await client.GetAsync(world.Household.IpTorrents.RssAddress.PathAndQuery);

        Assert.Contains("<title>Dune 2021 2160p UHD BluRay", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"?torrent_pass={Member.TorrentPass}</link>", answer.Text, StringComparison.Ordinal);
    }

    private static (string, string) Cookies => ("Cookie", $"uid={Member.Uid}; pass={Member.Pass}");
}
