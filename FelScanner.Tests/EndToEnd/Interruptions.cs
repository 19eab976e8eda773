using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.World;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.EndToEnd;

/// <summary>What somebody does while something else does not answer.</summary>
public sealed class Interruptions
{
    [Fact]
    public async Task A_stop_pressed_while_qbittorrent_is_away_is_done_when_it_is_back_and_holds_up_no_other_press()
    {
        var slow = new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromMinutes(10) } };
        await using var home = await Home.OpenAsync(
            world =>
            {
                world.FelRelease(world.Film("Movie", 2021, 900001));
                world.FelRelease(world.Film("Another", 2020, 900002));
            },
            world: await SimulatedWorld.StartAsync(options: slow));
        await home.RunAsync("check-feeds");
        var first = await home.MessageAsync("Movie", m => m.Text.Contains("Movie", StringComparison.Ordinal));
        var second = await home.MessageAsync("Another", m => m.Text.Contains("Another", StringComparison.Ordinal));
        home.Telegram.Press(first.Id, first.Buttons[0][0].Data!);
        await home.BecomesAsync("it runs", "api/download/active", active => active.AsArray().Count == 1);

        home.World.Household.QBittorrent.Faults.Always("", new Fault.Timeout());
        home.Telegram.Press(first.Id, first.Buttons[0][0].Data!.Replace("dl_yes_", "dl_stop_", StringComparison.Ordinal));
        home.Telegram.Press(second.Id, second.Buttons[0][1].Data!);
        await home.HistoryAsync("declined");
        home.World.Household.QBittorrent.Faults.Clear();
        var stopped = await StoppedAsync(home);

        Assert.Equal("Movie", (string)stopped["movie_title"]!);
        Assert.Empty(home.World.Household.QBittorrent.Torrents);
    }

    [Fact]
    public async Task A_stop_pressed_while_the_torrent_is_handed_over_leaves_none_behind()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)));
        var qBittorrent = home.World.Household.QBittorrent;
        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        var yes = message.Buttons[0][0].Data!;

        qBittorrent.Faults.Next("torrents/add", new Fault.TimeoutAfterEffect());
        home.Telegram.Press(message.Id, yes);
        await Eventually.BecomesAsync("qBittorrent has it", TimeSpan.FromSeconds(30), () => Task.FromResult(qBittorrent.Torrents.Count > 0 ? qBittorrent : null));
        home.Telegram.Press(message.Id, yes.Replace("dl_yes_", "dl_stop_", StringComparison.Ordinal));
        await StoppedAsync(home);

        Assert.Empty(qBittorrent.Torrents);
    }

    [Fact]
    public async Task What_follows_an_arrival_is_kept_when_it_is_looked_for_before_the_request_is_called_completed()
    {
        var slow = new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromMinutes(10) } };
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)), world: await SimulatedWorld.StartAsync(options: slow));
        await home.RunAsync("check-feeds");
        var id = (string)(await home.PendingAsync())[0]!["request_id"]!;
        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = id });
        await home.HistoryAsync("downloading");

        var arrivals = home.Services.GetRequiredService<Arrivals>();
        var token = TestContext.Current.CancellationToken;
        await arrivals.WriteAsync(new Arrival(id, home.World.Household.QBittorrent.Torrents[0].Hash, "", "", DateTimeOffset.UtcNow, 0, null, false, false, false), token);
        await home.Services.GetRequiredService<TrackDownloads>().FinishAsync(token);

        Assert.Equal(id, Assert.Single(await arrivals.OpenAsync(token)).RequestId);
    }

    [Fact]
    public async Task A_pause_that_telegram_asks_for_holds_for_every_message()
    {
        await using var home = await Home.OpenAsync(world =>
        {
            world.Household.Telegram.Faults.Always("/send", new Fault.TooMany(600));
            for (var number = 0; number < 5; number++)
                world.FelRelease(world.Film($"Movie {number}", 2010 + number, 900_001 + number));
        });
        await home.RunAsync("check-feeds");

        for (var turn = 0; turn < 5; turn++)
            await home.RunAsync("deliver-messages");

        Assert.Single(home.Telegram.Calls, call => call.Path.Contains("/send", StringComparison.Ordinal));
        Assert.Equal(5, (await home.PendingAsync()).Count);
    }

    [Fact]
    public async Task Two_choices_for_one_film_approved_in_the_same_moment_are_one_download()
    {
        await using var home = await Home.OpenAsync(world =>
        {
            var film = world.Film("Movie", 2021, 900001);
            world.FelRelease(film);
            world.Household.Tracker.Publish(
                "Movie.2021.2160p.UHD.BluRay.REMUX.DV.P7.FEL.HDR.HEVC.TrueHD.Atmos.7.1-Another", 71_000_000_000, MediaInfoText.For("Movie", SimPicture.P7Fel, SimSound.TrueHdAtmos, 71_000_000_000),
                release => release with { TmdbId = film.TmdbId, Seeders = 12 });
        });
        await home.RunAsync("check-feeds");
        var choices = (await home.PendingAsync()).Select(row => (string)row!["request_id"]!).ToList();

        var answers = await Task.WhenAll(choices.Select(id => home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = id })));

        Assert.Equal(2, choices.Count);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.Empty(await home.PendingAsync());
    }

    /// <summary>Asks again and again: a round that had begun before does not begin again.</summary>
    private static Task<JsonNode> StoppedAsync(Home home) => Eventually.BecomesAsync("it is stopped", TimeSpan.FromSeconds(60), async () =>
    {
        await home.RunAsync("track-downloads");
        return (await home.GetAsync("api/download/history"))["items"]!.AsArray().FirstOrDefault(row => (string)row!["status"]! == "stopped");
    });
}
