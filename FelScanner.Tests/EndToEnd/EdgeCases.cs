using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.EndToEnd;

/// <summary>What goes wrong around a request, and that nothing is lost by it.</summary>
public sealed class EdgeCases
{
    [Fact]
    public async Task A_film_that_is_not_in_plex_is_skipped()
    {
        await using var home = await Home.OpenAsync(world =>
        {
            world.Film("Another", 2020, 900002);
            world.FelRelease(new SimFilm { Id = 1, Title = "Movie", Year = 2021, TmdbId = 900001 });
        });

        await home.RunAsync("check-feeds");
        var release = await home.ReleaseAsync("skip");

        Assert.Equal("no_film", (string)release["veto"]!);
    }

    [Fact]
    public async Task A_film_that_is_not_in_radarr_is_an_error_that_says_so_and_is_judged_again()
    {
        SimFilm film = null!;
        await using var home = await Home.OpenAsync(world =>
        {
            film = world.Household.World.Put(world.Film("Movie", 2021, 900001) with { InRadarr = false });
            world.FelRelease(film);
        });
        await home.RunAsync("check-feeds");
        var release = await home.ReleaseAsync("error");

        home.World.Household.World.Put(film with { InRadarr = true });
        await home.RunAsync("scan-library");

        Assert.Contains("Radarr", (string)release["reason"]!, StringComparison.Ordinal);
        Assert.Single(await home.PendingAsync());
    }

    [Theory]
    [InlineData("-")]
    [InlineData("[2160p] (DV)")]
    public async Task A_name_without_sense_is_skipped_with_a_reason(string name)
    {
        await using var home = await Home.OpenAsync(world => world.Film());

        var (status, answer) = await home.PostAsync("api/releases", new JsonObject { ["title"] = name, ["magnet_link"] = $"magnet:?xt=urn:btih:{new string('a', 40)}" });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("skip", (string)answer["status"]!);
        Assert.NotEmpty((string)answer["reason"]!);
    }

    [Fact]
    public async Task An_unreachable_qbittorrent_leaves_the_approval_and_it_is_retried()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)));
        await home.RunAsync("check-feeds");
        var id = (string)(await home.PendingAsync())[0]!["request_id"]!;
        home.World.Household.QBittorrent.Faults.Always("", new Fault.Status(500));

        var (status, answer) = await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = id });
        var waiting = await home.HistoryAsync("approved");
        home.World.Household.QBittorrent.Faults.Clear();
        await home.RunAsync("track-downloads");
        await home.BecomesAsync("it runs", "api/download/active", active => active.AsArray().Count == 1);

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Equal("approved", (string)answer["status"]!);
        Assert.NotEmpty((string)answer["error"]!);
        Assert.Equal(id, (string)waiting["request_id"]!);
        Assert.Single(home.World.Household.QBittorrent.Torrents);
    }

    [Fact]
    public async Task While_telegram_is_down_the_dashboard_works_and_the_message_comes_once_afterwards()
    {
        await using var home = await Home.OpenAsync(world =>
        {
            world.Household.Telegram.Faults.Always("", new Fault.Status(502));
            world.FelRelease(world.Film("Movie", 2021, 900001));
        });
        await home.RunAsync("check-feeds");
        var pending = await home.PendingAsync();

        home.Telegram.Faults.Clear();
        await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        await home.RunAsync("deliver-messages");

        Assert.Single(pending);
        Assert.Single(home.Telegram.Messages);
    }

    [Fact]
    public async Task A_restart_forgets_nothing_and_asks_nothing_twice()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)));
        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);

        await home.RestartAsync();
        home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);
        await home.MessageAsync("the press counts", m => m.Id == message.Id && m.Text.Contains("Approved", StringComparison.Ordinal));

        Assert.Single(home.Telegram.Messages);
    }
}
