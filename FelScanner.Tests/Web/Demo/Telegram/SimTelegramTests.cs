using System.Text.Json.Nodes;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Web.Demo.Telegram;

public sealed class SimTelegramTests : IAsyncLifetime
{
    private readonly SimClock _clock = new();
    private SimulatedWorld _world = null!;
    private WireClient _client = null!;

    private string Bot => $"/bot{_world.Household.Telegram.Token}/";

    public async ValueTask InitializeAsync()
    {
        _world = await SimulatedWorld.StartAsync(_clock);
        _client = new WireClient(_world.Household.Telegram.Address);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _world.DisposeAsync();
    }

    [Fact]
    public async Task An_update_comes_again_until_a_higher_offset_is_named()
    {
        var message = await SendAsync("Dune");
        _world.Household.Telegram.Press(message, "dl_yes_1");

        var first = await UpdatesAsync(0);
        var again = await UpdatesAsync(0);
        var after = await UpdatesAsync((long)again[0]!["update_id"]! + 1);

        Assert.Equal(first[0]!.ToJsonString(), again[0]!.ToJsonString());
        Assert.Empty(after);
    }

    [Fact]
    public async Task A_second_poller_ends_the_first()
    {
        var first = _client.JsonAsync(Bot + "getUpdates", new JsonObject { ["timeout"] = 50 });
        while (!_world.Household.Telegram.IsPolled && !first.IsCompleted)
            await Task.Yield();

        await UpdatesAsync(0);

        Assert.Equal(409, (await first).Status);
    }

    [Theory]
    [InlineData("<b>Dune", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b><i>Dune</b></i>", "Unmatched end tag at byte offset 10, expected \"</i>\", found \"</b>\"")]
    [InlineData("a < b", "Unclosed start tag at byte offset 2")]
    [InlineData("<h1>Dune</h1>", "Unsupported start tag \"h1\" at byte offset 0")]
    public async Task Broken_marks_are_refused(string text, string why)
    {
        var answer = await _client.JsonAsync(Bot + "sendMessage", Html(text));

        Assert.Equal($"Bad Request: can't parse entities: {why}", (string)answer.Json["description"]!);
    }

    [Fact]
    public async Task Button_data_has_at_most_64_bytes()
    {
        var fits = await _client.JsonAsync(Bot + "sendMessage", Html("Dune", new string('x', 64)));
        var tooLong = await _client.JsonAsync(Bot + "sendMessage", Html("Dune", new string('x', 63) + "é"));

        Assert.Equal((200, 400), (fits.Status, tooLong.Status));
        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", (string)tooLong.Json["description"]!);
    }

    [Fact]
    public async Task The_same_text_again_is_not_modified()
    {
        var message = await SendAsync("<b>Dune</b> &amp; more");

        var answer = await _client.JsonAsync(Bot + "editMessageText", Html("<strong>Dune</strong> & more", "dl_yes_1").With("message_id", message));

        Assert.StartsWith("Bad Request: message is not modified", (string)answer.Json["description"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_has_a_caption_and_no_text()
    {
        using var form = new MultipartFormDataContent { { new StringContent("4242"), "chat_id" }, { new StringContent("Dune"), "caption" } };
        form.Add(new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 0x0D]), "photo", "poster.png");
        var sent = await _client.PostAsync(Bot + "sendPhoto", form);

        var text = await _client.JsonAsync(Bot + "editMessageText", Html("Arrived").With("message_id", (int)sent.Json["result"]!["message_id"]!));

        Assert.Equal("Bad Request: there is no text in the message to edit", (string)text.Json["description"]!);
    }

    [Fact]
    public async Task An_old_press_can_no_longer_be_answered_and_an_old_message_no_longer_changed()
    {
        var message = await SendAsync("Dune");
        var press = _world.Household.Telegram.Press(message, "dl_yes_1");
        _clock.Advance(TimeSpan.FromHours(49));

        var answer = await _client.JsonAsync(Bot + "answerCallbackQuery", new JsonObject { ["callback_query_id"] = press });
        var edit = await _client.JsonAsync(Bot + "editMessageText", Html("Arrived").With("message_id", message));

        Assert.StartsWith("Bad Request: query is too old", (string)answer.Json["description"]!, StringComparison.Ordinal);
        Assert.Equal("Bad Request: message can't be edited", (string)edit.Json["description"]!);
    }

    [Fact]
    public async Task With_a_webhook_nobody_may_poll()
    {
        await _client.JsonAsync(Bot + "setWebhook", new JsonObject { ["url"] = "https://felscanner.invalid/telegram/webhook", ["secret_token"] = "abc" });

        var poll = await _client.JsonAsync(Bot + "getUpdates", []);

        Assert.Equal(409, poll.Status);
    }

    [Fact]
    public async Task A_blocked_bot_is_told_so()
    {
        _world.Household.Telegram.Block();

        var answer = await _client.JsonAsync(Bot + "sendMessage", Html("Dune"));

        Assert.Equal((403, "Forbidden: bot was blocked by the user"), (answer.Status, (string)answer.Json["description"]!));
    }

    private async Task<int> SendAsync(string text) => (int)(await _client.JsonAsync(Bot + "sendMessage", Html(text, "dl_yes_1"))).Json["result"]!["message_id"]!;

    private async Task<JsonArray> UpdatesAsync(long offset) =>
        (await _client.JsonAsync(Bot + "getUpdates", new JsonObject { ["offset"] = offset, ["timeout"] = 0 })).Json["result"]!.AsArray();

    private static JsonObject Html(string text, string? data = null)
    {
        var body = new JsonObject { ["chat_id"] = 4242, ["text"] = text, ["parse_mode"] = "HTML" };
        if (data is not null)
            body["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = "Download", ["callback_data"] = data })) };
        return body;
    }
}

internal static class JsonSaying
{
    public static JsonObject With(this JsonObject body, string name, JsonNode value)
    {
        body[name] = value;
        return body;
    }
}
