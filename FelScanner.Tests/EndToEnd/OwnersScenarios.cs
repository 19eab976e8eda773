using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.EndToEnd;

/// <summary>The owner's four scenarios, from the feed to the end, against strict simulated services.</summary>
public sealed class OwnersScenarios
{
    [Fact]
    public async Task A_fel_upgrade_is_asked_pressed_downloaded_and_announced()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)));

        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Text.Contains("Movie", StringComparison.Ordinal));
        var yes = message.Buttons[0][0];
        home.Telegram.Press(message.Id, yes.Data!);
        await home.BecomesAsync("the download runs", "api/download/active", active => active.AsArray().Count == 1);
        await home.HistoryAsync("completed");
        var edited = await home.MessageAsync("the end is told in the same message", m => m.Id == message.Id && m.Text.Contains("Arrived", StringComparison.Ordinal));

        Assert.Equal("✅ Download", yes.Text);
        Assert.Equal("❌ Skip", message.Buttons[0][1].Text);
        Assert.StartsWith("dl_yes_", yes.Data, StringComparison.Ordinal);
        Assert.Empty(edited.Buttons);
        var torrent = Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.Equal("/movies/Movie (2021)", torrent.SavePath);
        await Eventually.BecomesAsync("Plex is asked to scan that folder", TimeSpan.FromSeconds(30), () => Task.FromResult(
            home.World.Household.Plex.Calls.FirstOrDefault(call => call.ToString().Contains("refresh", StringComparison.Ordinal))));
        home.World.AssertNothingUnexpected();
    }

    [Fact]
    public async Task A_film_that_is_owned_as_fel_is_met_with_silence_and_a_reason()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001, SimPicture.P7Fel, SimSound.TrueHdAtmos)));

        await home.RunAsync("check-feeds");
        var release = await home.ReleaseAsync("skip");

        Assert.Equal("fel_owned", (string)release["veto"]!);
        Assert.NotEmpty((string)release["reason"]!);
        Assert.Empty(home.Telegram.Messages);
        Assert.Empty(await home.PendingAsync());
        home.World.AssertNothingUnexpected();
    }

    [Fact]
    public async Task A_declined_release_leaves_and_is_never_asked_about_again()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)));
        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);

        home.Telegram.Press(message.Id, message.Buttons[0][1].Data!);
        var row = await home.HistoryAsync("declined");
        await home.RunAsync("check-feeds");
        await home.RunAsync("scan-library");
        await home.MessageAsync("the skip is told", m => m.Id == message.Id && m.Buttons.Count == 0);

        Assert.Equal("telegram", (string)row["decided_in"]!);
        Assert.Empty(await home.PendingAsync());
        Assert.Empty(home.World.Household.QBittorrent.Torrents);
        Assert.Single(home.Telegram.Messages);
        home.World.AssertNothingUnexpected();
    }

    [Fact]
    public async Task Without_an_answer_it_expires_and_a_late_press_is_refused()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)), settings => settings["notify_expire_hours"] = 0.001);
        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        var yes = message.Buttons[0][0].Data!;

        var row = await home.HistoryAsync("expired");
        await home.MessageAsync("the end is told", m => m.Id == message.Id && m.Text.Contains("Expired", StringComparison.Ordinal));
        var query = home.Telegram.Press(message.Id, yes);
        var answer = await Eventually.BecomesAsync("the press is answered", TimeSpan.FromSeconds(20), () => Task.FromResult(home.Telegram.Answers.GetValueOrDefault(query)));
        var (status, refusal) = await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = (string)row["request_id"]! });

        Assert.True(answer.IsAlert);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.False((bool)refusal["success"]!);
        Assert.Equal("expired", (string)refusal["status"]!);
        Assert.Empty(home.World.Household.QBittorrent.Torrents);
        home.World.AssertNothingUnexpected();
    }
}
