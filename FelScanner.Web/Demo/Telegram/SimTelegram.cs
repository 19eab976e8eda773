using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>
/// Telegram's Bot API, as strict as the real one, and the phone on its other side: <see cref="Press"/> and <see cref="Say"/> do what a person does.
/// </summary>
public sealed class SimTelegram : SimService
{
    private readonly TelegramOptions _options;
    private readonly BotUpdates _updates;
    private readonly BotWebhook _webhook;
    private readonly BotMethods _methods;
    private readonly ConcurrentDictionary<long, BotChat> _chats = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _queries = [];
    private readonly ConcurrentDictionary<string, SimAnswer> _answers = [];
    private int _lastQuery = 50_000;

    public SimTelegram(TimeProvider time, TelegramOptions? options = null)
        : base(time)
    {
        _options = options ?? new TelegramOptions();
        _updates = new BotUpdates(time);
        _webhook = new BotWebhook(_updates, time);
        _chats[_options.ChatId] = new BotChat(_options, time);
        _methods = new BotMethods(_options, _updates, _webhook, ChatFor, AnswerPress);
    }

    public string Token => _options.Token;

    public long ChatId => _options.ChatId;

    /// <summary>The person a private chat belongs to.</summary>
    public SimPerson Owner { get; init; } = new(4242, "Anna", "anna");

    /// <summary>Told after every change of the chat: a message, an edit, an answer.</summary>
    public event EventHandler? Changed;

    /// <summary>The messages of the usual chat, oldest first.</summary>
    public IReadOnlyList<SimMessage> Messages => Home.Messages;

    /// <summary>The answers to presses by query id.</summary>
    public IReadOnlyDictionary<string, SimAnswer> Answers => _answers;

    /// <summary>True while the bot waits in getUpdates.</summary>
    public bool IsPolled => _updates.IsPolled;

    /// <summary>Updates that the bot has not confirmed yet.</summary>
    public int Unconfirmed => _updates.Count;

    private BotChat Home => _chats[_options.ChatId];

    /// <summary>Opens another chat that the bot is in.</summary>
    public void OpenChat(long id, string type = "group", string title = "Another chat") =>
        _chats[id] = new BotChat(_options with { ChatId = id, ChatType = type, ChatTitle = title }, Time);

    /// <summary>From now on the bot may not write; null lets it again.</summary>
    public void Block(string? reason = "bot was blocked by the user") => Home.Forbidden = reason;

    /// <summary>The group becomes a supergroup; the old number only tells the new one.</summary>
    public void Migrate(long newId)
    {
        OpenChat(newId, "supergroup", _options.ChatTitle);
        Home.MigratedTo = newId;
    }

    /// <summary>A person deletes the message.</summary>
    public void Delete(int messageId)
    {
        Home.Delete(messageId);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>A person presses a button; an old screen may still show one that the message has lost. Gives the query's id.</summary>
    public string Press(int messageId, string data, long? userId = null, long? chatId = null)
    {
        var chat = _chats[chatId ?? _options.ChatId];
        var message = chat.Find(messageId) ?? throw new ArgumentException($"There is no message {messageId}.", nameof(messageId));
        var id = $"{_options.ChatId.ToInvariant()}{Interlocked.Increment(ref _lastQuery).ToInvariant()}";
        _queries[id] = Time.GetUtcNow();
        _updates.Add("callback_query", new JsonObject
        {
            ["id"] = id,
            ["from"] = BotJson.Person(PersonOf(userId)),
            ["message"] = BotJson.Message(message, chat, _options),
            ["chat_instance"] = "-3571846012345",
            ["data"] = data,
        });
        return id;
    }

    /// <summary>A person writes to the bot. Gives the message's id.</summary>
    public int Say(string text, long? userId = null, long? chatId = null)
    {
        var chat = _chats[chatId ?? _options.ChatId];
        var message = chat.Post(text, RichText.Of(text), PersonOf(userId));
        var json = BotJson.Message(message, chat, _options);
        if (text.StartsWith('/'))
            json["entities"] = new JsonArray(new JsonObject { ["offset"] = 0, ["length"] = text.Split(' ')[0].Length, ["type"] = "bot_command" });
        _updates.Add("message", json);
        Changed?.Invoke(this, EventArgs.Empty);
        return message.Id;
    }

    public override async ValueTask DisposeAsync()
    {
        await _webhook.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/bot{token}/{method}", ["GET", "POST"], AnswerAsync);

    protected override Task NotFoundAsync(HttpContext context) => context.JsonAsync(new BotError(404, "Not Found").Json, 404);

    protected override Task TooManyAsync(HttpContext context, int retryAfterSeconds) => context.JsonAsync(
        new BotError(429, $"Too Many Requests: retry after {retryAfterSeconds.ToInvariant()}", new JsonObject { ["retry_after"] = retryAfterSeconds }).Json, 429);

    private async Task AnswerAsync(HttpContext context)
    {
        var method = context.Route("method");
        if (context.Route("token") != _options.Token)
        {
            await context.JsonAsync(new BotError(401, "Unauthorized").Json, 401);
            return;
        }
        if (_methods.Find(method) is not { } run)
        {
            Complain(context, "no such method");
            await NotFoundAsync(context);
            return;
        }
        await RunAsync(context, method, run);
    }

    private async Task RunAsync(HttpContext context, string method, Func<BotCall, CancellationToken, Task<JsonNode>> run)
    {
        try
        {
            var result = await run(await BotCall.ReadAsync(context.Request, context.RequestAborted), context.RequestAborted);
            if (!method.StartsWith("get", StringComparison.OrdinalIgnoreCase))
                Changed?.Invoke(this, EventArgs.Empty);
            await context.JsonAsync(new JsonObject { ["ok"] = true, ["result"] = result });
        }
        catch (BotError error)
        {
            await context.JsonAsync(error.Json, error.Code);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The poller hung up.
        }
    }

    private BotChat ChatFor(string? id)
    {
        if (Wire.ToLong(id ?? "") is not { } number || !_chats.TryGetValue(number, out var chat))
            throw BotError.Bad("chat not found");
        if (chat.MigratedTo is { } moved)
            throw new BotError(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = moved });
        return chat.Forbidden is { } reason ? throw new BotError(403, $"Forbidden: {reason}") : chat;
    }

    private void AnswerPress(string id, string text, bool alert)
    {
        if (!_queries.TryGetValue(id, out var at) || Time.GetUtcNow() - at > _options.QueryLifetime)
            throw BotError.Bad("query is too old and response timeout expired or query ID is invalid");
        _answers[id] = new SimAnswer(id, text, alert, Time.GetUtcNow());
    }

    private SimPerson PersonOf(long? id) => id is null || id == Owner.Id ? Owner : new SimPerson(id.Value, $"Guest {id.Value.ToInvariant()}", $"guest{id.Value.ToInvariant()}");
}
