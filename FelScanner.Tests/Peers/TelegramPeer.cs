using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Peers;

/// <summary>
/// The npm package telegram-test-api: a Bot API that nobody here wrote. It knows sendMessage, editMessageText, answerCallbackQuery and getUpdates;
/// it does not know sendPhoto, hands out each update once and at once, and never refuses: for all of that there is the strict simulated Telegram.
/// </summary>
internal sealed class TelegramPeer : IAsyncDisposable
{
    public const string Token = "1:peer";
    public const long Chat = 42;
    private readonly PeerProcess _process;
    private readonly HttpClient _http;

    private TelegramPeer(PeerProcess process, int port)
    {
        _process = process;
        Address = $"http://127.0.0.1:{port}";
        _http = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public string Address { get; }

    public static async Task<TelegramPeer> StartAsync([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        var node = PeerPrograms.Require("node");
        if (Environment.GetEnvironmentVariable("FELSCANNER_REQUIRE_PEERS") != "1")
            Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "telegram-test-api")), "telegram-test-api is not installed: npm ci in FelScanner.Tests/Peers");
        var port = PeerPrograms.FreePort();
        var peer = new TelegramPeer(PeerProcess.Start(node, folder, "telegram.js", $"{port}"), port);
        await Eventually.BecomesAsync("the Bot API answers", TimeSpan.FromSeconds(30), peer.AnswersAsync);
        return peer;
    }

    /// <summary>Every message of the bot as it stands now, with its edits.</summary>
    public async Task<IReadOnlyList<PeerMessage>> MessagesAsync()
    {
        var history = await PostAsync("getUpdatesHistory", new JsonObject { ["token"] = Token });
        return [.. history!["result"]!.AsArray().Where(row => row!["message"]?["chat_id"] is not null).Select(row => new PeerMessage(
            (long)row!["messageId"]!, (string?)row["message"]!["text"] ?? "",
            [.. (row["message"]!["reply_markup"]?["inline_keyboard"]?.AsArray() ?? []).SelectMany(buttons => buttons!.AsArray()).Select(button => (string?)button!["callback_data"]).OfType<string>()]))];
    }

    public Task<PeerMessage> MessageAsync(string what, Func<PeerMessage, bool> shows) => Eventually.BecomesAsync(
        what, TimeSpan.FromSeconds(45), async () => (await MessagesAsync()).FirstOrDefault(shows));

    /// <summary>A person presses a button.</summary>
    public Task PressAsync(PeerMessage message, string data) => PostAsync("sendCallback", new JsonObject
    {
        ["botToken"] = Token,
        ["date"] = 1_700_000_000,
        ["from"] = Anna(),
        ["message"] = new JsonObject { ["message_id"] = message.Id, ["chat"] = new JsonObject { ["id"] = Chat, ["type"] = "private" } },
        ["data"] = data,
    });

    /// <summary>A person writes.</summary>
    public Task SayAsync(string text) => PostAsync("sendMessage", new JsonObject
    {
        ["botToken"] = Token,
        ["date"] = 1_700_000_000,
        ["text"] = text,
        ["from"] = Anna(),
        ["chat"] = new JsonObject { ["id"] = Chat, ["type"] = "private" },
    });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }

    private static JsonObject Anna() => new() { ["id"] = Chat, ["first_name"] = "Anna", ["is_bot"] = false };

    private async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<string?> AnswersAsync()
    {
        if (_process.HasExited)
            throw new InvalidOperationException("telegram-test-api ended by itself.");
        try
        {
            using var answer = await _http.GetAsync(new Uri($"{Address}/bot{Token}/getMe"), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode ? "yes" : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}

/// <summary>A message of the bot with the data of its buttons.</summary>
internal sealed record PeerMessage(long Id, string Text, IReadOnlyList<string> Buttons);
