using System.Text;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Telegram;

public sealed class TelegramChatTests
{
    private const string Bot = "/bot12:ab";
    private const string Sent = """{"ok":true,"result":{"message_id":77,"chat":{"id":42}}}""";
    private static readonly FelSettings Settings = new() { Telegram = new() { Token = new Secret("12:ab"), ChatId = "42", ApiUrl = "http://127.0.0.1:8081" } };
    private static readonly ChatMessage Message = new("<b>Fast &amp; Furious</b>", [[new ChatButton("✅ Download", "dl_yes_1"), new ChatButton("❌ Skip", "dl_no_1")]]);
    private static readonly Poster Picture = new([1, 2, 3], "image/jpeg");

    [Fact]
    public async Task A_text_goes_out_as_HTML_with_its_buttons()
    {
        var stub = new StubHttp().On("POST", $"{Bot}/sendMessage", 200, Sent);
        using var clients = RealClients.Over(stub, Settings);

        var place = await clients.Chat.SendAsync(Message, TestContext.Current.CancellationToken);

        Assert.Equal(new ChatPlace("42", 77, false), place);
        Assert.Contains("\"parse_mode\":\"HTML\"", stub.Calls[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"callback_data\":\"dl_yes_1\"", stub.Calls[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"chat_id\":42,", stub.Calls[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public async Task A_picture_rides_along_while_the_caption_fits(int visible, bool photo)
    {
        var stub = new StubHttp().On("POST", $"{Bot}/sendPhoto", 200, Sent).On("POST", $"{Bot}/sendMessage", 200, Sent);
        using var clients = RealClients.Over(stub, Settings);

        var place = await clients.Chat.SendAsync(new ChatMessage($"<b>{new string('x', visible - 1)}</b>&amp;", [], Picture), TestContext.Current.CancellationToken);

        Assert.Equal(photo, place.HasPhoto);
        Assert.Single(stub.Calls);
    }

    [Theory]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: IMAGE_PROCESS_FAILED"}""")]
    [InlineData(500, """{"message":"API method sendPhoto is not supported"}""")]
    public async Task A_picture_that_is_refused_is_left_out(int status, string body)
    {
        using var clients = RealClients.Over(new StubHttp().On("POST", $"{Bot}/sendPhoto", status, body).On("POST", $"{Bot}/sendMessage", 200, Sent), Settings);

        var place = await clients.Chat.SendAsync(Message with { Photo = Picture }, TestContext.Current.CancellationToken);

        Assert.Equal(new ChatPlace("42", 77, false), place);
    }

    [Fact]
    public async Task What_cannot_be_read_as_HTML_goes_out_plain()
    {
        var stub = new StubHttp().InTurn("POST", $"{Bot}/sendMessage", new StubAnswer(400, """{"ok":false,"error_code":400,"description":"Bad Request: can't parse entities"}"""), new StubAnswer(200, Sent));
        using var clients = RealClients.Over(stub, Settings);

        await clients.Chat.SendAsync(Message, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("parse_mode", stub.Calls[1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", stub.Calls[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "editMessageText", "\"text\":")]
    [InlineData(true, "editMessageCaption", "\"caption\":")]
    public async Task A_message_is_edited_by_its_kind(bool hasPhoto, string method, string field)
    {
        var stub = new StubHttp().On("POST", $"{Bot}/{method}", 200, """{"ok":true,"result":null}""");
        using var clients = RealClients.Over(stub, Settings);

        var outcome = await clients.Chat.EditAsync(new ChatPlace("42", 77, hasPhoto), Message with { Buttons = [] }, TestContext.Current.CancellationToken);

        Assert.Equal(EditOutcome.Edited, outcome);
        Assert.Contains(field, stub.Calls[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"inline_keyboard\":[]", stub.Calls[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bad Request: message is not modified: specified new message content", EditOutcome.Edited)]
    [InlineData("Bad Request: message to edit not found", EditOutcome.Gone)]
    [InlineData("Bad Request: message can't be edited", EditOutcome.Gone)]
    public async Task An_edit_that_fails_is_judged_by_its_words(string description, EditOutcome expected)
    {
        using var clients = RealClients.Over(new StubHttp().On("POST", $"{Bot}/editMessageText", 400, $$"""{"ok":false,"error_code":400,"description":"{{description}}"}"""), Settings);

        Assert.Equal(expected, await clients.Chat.EditAsync(new ChatPlace("42", 77, false), Message, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""", FaultKind.Unauthorised, "telegram_token")]
    [InlineData(404, """{"ok":false,"error_code":404,"description":"Not Found"}""", FaultKind.Unauthorised, "telegram_token")]
    [InlineData(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""", FaultKind.Forbidden, "Unblock")]
    [InlineData(409, """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""", FaultKind.Conflict, "bot of its own")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}""", FaultKind.NotFound, "telegram_chat_id")]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"group chat was upgraded","parameters":{"migrate_to_chat_id":-1001234}}""", FaultKind.Refused, "-1001234")]
    [InlineData(502, "<html>Bad Gateway</html>", FaultKind.Unreachable, "")]
    [InlineData(200, "<html>Login</html>", FaultKind.BadAnswer, "telegram_api_url")]
    public async Task A_refusal_becomes_a_sentence_with_a_remedy(int status, string body, FaultKind kind, string remedy)
    {
        using var clients = RealClients.Over(new StubHttp().On("POST", $"{Bot}/sendMessage", status, body), Settings);

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => clients.Chat.SendAsync(Message, TestContext.Current.CancellationToken));

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(remedy, fault.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("12:ab", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_that_is_asked_for_is_told()
    {
        using var clients = RealClients.Over(new StubHttp().On("POST", $"{Bot}/sendMessage", 429, """{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":1386}}"""), Settings);

        var fault = await Assert.ThrowsAsync<ServiceFault>(() => clients.Chat.SendAsync(Message, TestContext.Current.CancellationToken));

        Assert.Equal((FaultKind.RateLimited, TimeSpan.FromSeconds(1386)), (fault.Kind, fault.RetryAfter));
    }

    [Fact]
    public async Task A_press_too_old_to_answer_is_no_fault()
    {
        using var clients = RealClients.Over(new StubHttp().On("POST", $"{Bot}/answerCallbackQuery", 400, """{"ok":false,"error_code":400,"description":"Bad Request: query is too old and response timeout expired"}"""), Settings);

        await clients.Chat.AnswerAsync("9", "Downloading", false, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Updates_come_as_presses_words_and_the_rest()
    {
        var stub = new StubHttp().On("POST", $"{Bot}/getUpdates", 200, """
            {"ok":true,"result":[
              {"update_id":4,"callback_query":{"id":"1","from":{"id":42,"username":"anna","first_name":"Anna"},"message":{"message_id":7,"chat":{"id":42}},"data":"dl_yes_1"}},
              {"update_id":5,"message":{"message_id":8,"date":1700000000000,"from":{"id":43,"first_name":"Bo","last_name":"Li"},"chat":{"id":-100,"type":"supergroup"},"text":"/pending"}},
              {"update_id":6,"callback_query":{"id":"2","from":{"id":42},"inline_message_id":"x","data":"y"}},
              {"update_id":7,"message":"odd"}]}
            """);
        using var clients = RealClients.Over(stub, Settings);

        var updates = await clients.Chat.UpdatesAsync(4, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(
            [new ChatUpdate.Press(4, "1", "42", true, 7, 42, "@anna", "dl_yes_1"), new ChatUpdate.Said(5, "-100", false, 43, "Bo Li", "/pending"), new ChatUpdate.Other(6), new ChatUpdate.Other(7)],
            updates);
        Assert.Contains("\"offset\":4,\"limit\":100,\"timeout\":30", stub.Calls[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"no":"update"}""")]
    [InlineData("""{"update_id":"x"}""")]
    public void What_is_no_update_reads_as_nothing(string json)
    {
        using var clients = RealClients.Over(new StubHttp(), Settings);

        Assert.Null(clients.Chat.Read(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public async Task The_test_names_the_bot()
    {
        using var clients = RealClients.Over(new StubHttp().On("POST", $"{Bot}/getMe", 200, """{"ok":true,"result":{"id":12,"is_bot":true,"username":"fel_bot"}}"""), Settings);

        var report = await clients.TestAsync("telegram");

        Assert.Equal((ConnectionStatus.Connected, "Connected as @fel_bot.", "fel_bot"), (report.Status, report.Message, report.Extra["bot_name"]));
    }

    [Fact]
    public async Task The_webhook_is_set_with_its_secret_and_taken_away()
    {
        var stub = new StubHttp().On("POST", $"{Bot}/setWebhook", 200, """{"ok":true,"result":null}""").On("POST", $"{Bot}/deleteWebhook", 200, """{"ok":true,"result":true}""");
        using var clients = RealClients.Over(stub, Settings);

        await clients.Chat.SetWebhookAsync("https://fel.example/telegram/webhook", "s3cret", TestContext.Current.CancellationToken);
        await clients.Chat.SetWebhookAsync(null, "", TestContext.Current.CancellationToken);

        Assert.Contains("\"secret_token\":\"s3cret\"", stub.Calls[0].Body, StringComparison.Ordinal);
        Assert.Equal($"{Bot}/deleteWebhook", stub.Calls[1].Path);
    }
}
