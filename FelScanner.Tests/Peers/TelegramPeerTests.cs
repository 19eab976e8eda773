using System.Text.Json.Nodes;
using FelScanner.Tests.EndToEnd;

namespace FelScanner.Tests.Peers;

/// <summary>The happy path with a Telegram that nobody here wrote.</summary>
public sealed class TelegramPeerTests
{
    [Fact]
    public async Task A_request_arrives_is_pressed_and_its_message_is_edited_to_the_end()
    {
        await using var telegram = await TelegramPeer.StartAsync();
        await using var home = await OpenAsync(telegram);

        await home.RunAsync("check-feeds");
        var request = await telegram.MessageAsync("the request", m => m.Text.Contains("Movie", StringComparison.Ordinal));
        await telegram.PressAsync(request, request.Buttons[0]);
        var row = await home.HistoryAsync("completed");
        var end = await telegram.MessageAsync("the end is told in the same message", m => m.Id == request.Id && m.Text.Contains("Arrived", StringComparison.Ordinal));

        Assert.StartsWith("dl_yes_", request.Buttons[0], StringComparison.Ordinal);
        Assert.Equal(("telegram", "Anna"), ((string)row["decided_in"]!, (string)row["decided_by"]!));
        Assert.Contains("Approved by Anna", end.Text, StringComparison.Ordinal);
        Assert.Empty(end.Buttons);
        Assert.Single(await telegram.MessagesAsync());
        Assert.Single(home.World.Household.QBittorrent.Torrents);
    }

    [Fact]
    public async Task A_skip_is_kept_and_a_command_is_answered()
    {
        await using var telegram = await TelegramPeer.StartAsync();
        await using var home = await OpenAsync(telegram);

        await home.RunAsync("check-feeds");
        var request = await telegram.MessageAsync("the request", m => m.Buttons.Count > 0);
        await telegram.PressAsync(request, request.Buttons[1]);
        await home.HistoryAsync("declined");
        await telegram.SayAsync("/status");

        await telegram.MessageAsync("the answer", m => m.Text.Contains("0 wait for a decision", StringComparison.Ordinal));
        await telegram.MessageAsync("the skip is told", m => m.Id == request.Id && m.Text.Contains("Skipped by Anna", StringComparison.Ordinal) && m.Buttons.Count == 0);
        Assert.Empty(home.World.Household.QBittorrent.Torrents);
    }

    private static Task<Home> OpenAsync(TelegramPeer telegram) => Home.OpenAsync(
        world => world.FelRelease(world.Film("Movie", 2021, 900001)),
        settings =>
        {
            settings["telegram_api_url"] = telegram.Address;
            settings["telegram_token"] = TelegramPeer.Token;
            settings["telegram_chat_id"] = $"{TelegramPeer.Chat}";
            settings["telegram_allowed_user_ids"] = new JsonArray(TelegramPeer.Chat);
        });
}
