using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.QBittorrent;

namespace FelScanner.Tests.Web.Demo.QBittorrent;

public sealed class SimQBittorrentTests
{
    [Fact]
    public async Task The_sixth_try_is_banned_even_with_the_right_password()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = new WireClient(world.Household.QBittorrent.Address);
        for (var attempt = 0; attempt < 5; attempt++)
            Assert.Equal("Fails.", (await client.FormAsync("api/v2/auth/login", ("username", "admin"), ("password", "wrong"))).Text);

        var sixth = await client.FormAsync("api/v2/auth/login", ("username", "admin"), ("password", "spikepass1"));

        Assert.Equal(403, sixth.Status);
        Assert.Contains("banned", sixth.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_page_is_refused_although_it_has_the_cookie()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = await world.SignedInAsync();

        var answer = await client.GetAsync("api/v2/app/version", ("Origin", "http://evil.example"));

        Assert.Equal((401, "Unauthorized"), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task An_upload_is_found_by_the_hash_of_its_info_dictionary()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var release = world.FelRelease(world.Film());
        using var client = await world.SignedInAsync();

        await client.PostAsync("api/v2/torrents/add", QbForms.Upload(world.Household.Tracker.TorrentOf(release), ("savepath", "/movies/Dune (2021)"), ("autoTMM", "false"), ("paused", "true"), ("category", "movies-fel")));
        var found = await client.GetAsync($"api/v2/torrents/info?hashes={world.Household.Tracker.HashOf(release).ToUpperInvariant()}");

        Assert.Equal(("/movies/Dune (2021)", "pausedDL", "movies-fel"), ((string)found.Json[0]!["save_path"]!, (string)found.Json[0]!["state"]!, (string)found.Json[0]!["category"]!));
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 409)]
    public async Task A_duplicate_is_refused_and_counts_as_one_add(bool modern, int status)
    {
        await using var world = await SimulatedWorld.StartAsync(dialect: modern ? QbDialect.V52 : QbDialect.V45);
        var release = world.FelRelease(world.Film());
        var torrent = world.Household.Tracker.TorrentOf(release);
        using var client = await world.SignedInAsync();

        await client.PostAsync("api/v2/torrents/add", QbForms.Upload(torrent));
        var second = await client.PostAsync("api/v2/torrents/add", QbForms.Upload(torrent));

        Assert.Equal((status, 1), (second.Status, world.Household.QBittorrent.AddCount(world.Household.Tracker.HashOf(release))));
    }

    [Fact]
    public async Task A_page_in_place_of_a_torrent_is_unsupported()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = await world.SignedInAsync();

        var answer = await client.PostAsync("api/v2/torrents/add", QbForms.Upload("<html></html>"u8.ToArray()));

        Assert.Equal((415, "Error: 'release.torrent' is not a valid torrent file."), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Time_brings_the_download_to_its_end()
    {
        var clock = new SimClock();
        await using var world = await SimulatedWorld.StartAsync(clock, options: new FelScanner.Web.Demo.HouseholdOptions());
        var release = world.FelRelease(world.Film());
        using var client = await world.SignedInAsync();
        await client.PostAsync("api/v2/torrents/add", QbForms.Upload(world.Household.Tracker.TorrentOf(release), ("savepath", "/movies/Dune (2021)")));

        clock.Advance(TimeSpan.FromSeconds(20));
        var half = await client.GetAsync("api/v2/torrents/info");
        clock.Advance(TimeSpan.FromSeconds(60));
        var whole = await client.GetAsync("api/v2/torrents/info");

        Assert.Equal("downloading", (string)half.Json[0]!["state"]!);
        Assert.InRange((double)half.Json[0]!["progress"]!, 0.2, 0.8);
        Assert.Equal(("stalledUP", 1d), ((string)whole.Json[0]!["state"]!, (double)whole.Json[0]!["progress"]!));
    }

    [Fact]
    public async Task Maindata_tells_everything_once_and_then_only_changes()
    {
        var clock = new SimClock();
        await using var world = await SimulatedWorld.StartAsync(clock);
        using var client = await world.SignedInAsync();
        await client.PostAsync("api/v2/torrents/add", QbForms.Upload(world.Household.Tracker.TorrentOf(world.FelRelease(world.Film()))));

        var first = (await client.GetAsync("api/v2/sync/maindata?rid=0")).Json;
        var quiet = (await client.GetAsync($"api/v2/sync/maindata?rid={first["rid"]}")).Json;
        clock.Advance(TimeSpan.FromSeconds(10));
        var moved = (await client.GetAsync($"api/v2/sync/maindata?rid={quiet["rid"]}")).Json;

        Assert.True((bool)first["full_update"]!);
        Assert.Equal(["rid"], quiet.AsObject().Select(p => p.Key));
        Assert.DoesNotContain("name", moved["torrents"]!.AsObject().Single().Value!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public async Task The_effect_stays_when_the_answer_is_lost()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var release = world.FelRelease(world.Film());
        using var client = await world.SignedInAsync();
        world.Household.QBittorrent.Faults.Next("torrents/add", new Fault.ResetAfterEffect());

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.PostAsync("api/v2/torrents/add", QbForms.Upload(world.Household.Tracker.TorrentOf(release))));

        Assert.Equal(1, world.Household.QBittorrent.AddCount(world.Household.Tracker.HashOf(release)));
    }

    [Fact]
    public async Task The_new_generation_speaks_differently()
    {
        await using var world = await SimulatedWorld.StartAsync(dialect: QbDialect.V52);
        using var client = new WireClient(world.Household.QBittorrent.Address, cookies: true);

        var wrong = await client.FormAsync("api/v2/auth/login", ("username", "admin"), ("password", "wrong"));
        var right = await client.FormAsync("api/v2/auth/login", ("username", "admin"), ("password", "spikepass1"));
        var pause = await client.FormAsync("api/v2/torrents/pause", ("hashes", "all"));
        var stop = await client.FormAsync("api/v2/torrents/stop", ("hashes", "all"));

        Assert.Equal((401, 204, 404, 204), (wrong.Status, right.Status, pause.Status, stop.Status));
        Assert.StartsWith($"QBT_SID_{world.Household.QBittorrent.Address.Port}=", right.Headers["Set-Cookie"], StringComparison.Ordinal);
    }
}
