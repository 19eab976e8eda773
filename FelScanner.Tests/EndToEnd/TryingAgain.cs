using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Core.Domain.Requests;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.EndToEnd;

/// <summary>What failed outside is tried again, has an end, and begins anew when a person says so; and what an approver may choose for one download.</summary>
public sealed class TryingAgain
{
    [Fact]
    public async Task A_torrent_that_is_gone_for_good_fails_and_a_press_tries_it_anew()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)));
        var id = await AskedAsync(home);
        home.World.Household.IpTorrents.Faults.Always("/download.php", new Fault.Status(410));

        var (first, _) = await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = id });
        for (var round = 0; round < 4; round++)
            await home.RunAsync("track-downloads");
        var failed = await home.HistoryAsync("failed");
        var message = await home.MessageAsync("it is told with a button", m => m.Text.Contains("It failed", StringComparison.Ordinal) && m.Buttons is [[{ Text: "Try again now" }]]);
        home.World.Household.IpTorrents.Faults.Clear();
        home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);
        await home.HistoryAsync("completed");

        Assert.Equal(HttpStatusCode.BadGateway, first);
        Assert.Contains("5 times", (string)failed["error"]!, StringComparison.Ordinal);
        Assert.Single(home.World.Household.QBittorrent.Torrents);
    }

    [Fact]
    public async Task On_the_page_a_failed_one_is_tried_again_too()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)));
        var id = await AskedAsync(home);
        home.World.Household.IpTorrents.Faults.Always("/download.php", new Fault.Status(404));
        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = id });
        for (var round = 0; round < 4; round++)
            await home.RunAsync("track-downloads");
        await home.HistoryAsync("failed");
        home.World.Household.IpTorrents.Faults.Clear();

        var outcome = await Actions(home).RetryAsync(id, "Anna", TestContext.Current.CancellationToken);

        Assert.Equal(OutcomeKind.Done, outcome.Kind);
    }

    [Fact]
    public async Task The_category_of_Radarr_is_never_used_and_that_is_a_finding()
    {
        await using var home = await Home.OpenAsync(
            world => world.FelRelease(world.Film("Movie", 2021, 900001)),
            settings => settings["qbittorrent_category"] = "Films",
            await SimulatedWorld.StartAsync(options: new HouseholdOptions { Radarr = new() { DownloadCategory = "films" } }));
        var findings = (await home.BecomesAsync("the finding", "api/health", all => all.AsArray().Any(f => (string)f!["id"]! == "category.radarr"))).AsArray();
        var id = await AskedAsync(home);

        var (status, answer) = await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = id });

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("Radarr's own", (string)answer["error"]!, StringComparison.Ordinal);
        Assert.Contains(findings, finding => (string)finding!["id"]! == "category.radarr" && ((string)finding["remedy"]!).Contains("qbittorrent_category", StringComparison.Ordinal));
        Assert.Empty(home.World.Household.QBittorrent.Torrents);
    }

    [Fact]
    public async Task An_approver_may_add_this_one_stopped_and_start_it_later()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)), settings => settings["download_keep_original_name"] = false);
        var id = await AskedAsync(home);

        await Actions(home).ApproveAsync(id, false, new DownloadChoices(Paused: true, Sequential: false, UploadLimit: 50), "Anna", TestContext.Current.CancellationToken);
        var torrent = Assert.Single(home.World.Household.QBittorrent.Torrents);
        var added = (torrent.State, torrent.Sequential, torrent.UploadLimit);
        await Actions(home).ResumeAsync(id, "Anna", TestContext.Current.CancellationToken);
        await home.HistoryAsync("completed");

        Assert.Equal(("pausedDL", false, 51_200L), added);
        Assert.EndsWith("Movie (2021) - 2160p DV FEL.mkv", torrent.ContentPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torrent_that_was_moved_is_noticed_while_it_runs()
    {
        await using var home = await Home.OpenAsync(
            world => world.FelRelease(world.Film("Movie", 2021, 900001)),
            world: await SimulatedWorld.StartAsync(options: new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromMinutes(5) } }));
        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = await AskedAsync(home) });

        Assert.Single(home.World.Household.QBittorrent.Torrents).SavePath = "/elsewhere";

        await home.BecomesAsync("a finding", "api/health", findings => findings.AsArray().Any(f => ((string)f!["message"]!).Contains("saved to /elsewhere, not to /movies/Movie (2021)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_error_in_qBittorrent_is_told_with_its_reason_and_buttons_and_a_press_starts_it_again()
    {
        await using var home = await Home.OpenAsync(
            world => world.FelRelease(world.Film("Movie", 2021, 900001)),
            world: await SimulatedWorld.StartAsync(options: new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromSeconds(8) } }));
        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = await AskedAsync(home) });
        await home.BecomesAsync("it runs", "api/download/active", active => active.AsArray().Count == 1);

        home.World.Household.QBittorrent.Fail(home.World.Household.QBittorrent.Torrents[0].Hash, "No space left on device");
        var message = await home.MessageAsync("the trouble", m => m.Text.Contains("No space left on device", StringComparison.Ordinal) && m.Buttons is [[{ Text: "Start again" }, { Text: "Stop and remove" }]]);
        home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);

        await home.HistoryAsync("completed");
    }

    [Fact]
    public async Task A_start_pressed_while_qbittorrent_is_away_is_done_when_it_is_back()
    {
        await using var home = await Home.OpenAsync(
            world => world.FelRelease(world.Film("Movie", 2021, 900001)),
            world: await SimulatedWorld.StartAsync(options: new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromSeconds(8) } }));
        var qBittorrent = home.World.Household.QBittorrent;
        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = await AskedAsync(home) });
        await home.BecomesAsync("it runs", "api/download/active", active => active.AsArray().Count == 1);
        qBittorrent.Fail(qBittorrent.Torrents[0].Hash, "No space left on device");
        var message = await home.MessageAsync("the trouble", m => m.Buttons is [[{ Text: "Start again" }, { Text: "Stop and remove" }]]);

        qBittorrent.Faults.Always("", new Fault.Reset());
        home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);
        await home.BecomesAsync("it is told that it waits", "api/health", all => all.AsArray().Any(f => ((string)f!["message"]!).Contains("cannot be started again yet", StringComparison.Ordinal)));
        qBittorrent.Faults.Clear();
        await home.RunAsync("track-downloads");

        await home.HistoryAsync("completed");
        Assert.DoesNotContain((await home.GetAsync("api/health")).AsArray(), f => ((string)f!["id"]!).EndsWith(".wish", StringComparison.Ordinal));
    }

    private static IRequestActions Actions(Home home) => home.Services.GetRequiredService<IRequestActions>();

    private static async Task<string> AskedAsync(Home home)
    {
        await home.RunAsync("check-feeds");
        return (string)(await home.PendingAsync())[0]!["request_id"]!;
    }
}
