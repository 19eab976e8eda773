using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>The methods of the Bot API that are simulated.</summary>
internal sealed class BotMethods(TelegramOptions options, BotUpdates updates, BotWebhook webhook, Func<string?, BotChat> chatFor, Action<string, string, bool> answerPress)
{
    private const int LongestAnswer = 200;
    private const int LongestSecret = 256;
    private JsonArray _commands = [];

    /// <summary>The method of that name, whatever its case; null when it is not known.</summary>
    public Func<BotCall, CancellationToken, Task<JsonNode>>? Find(string name) => name.ToUpperInvariant() switch
    {
        "GETME" => (_, _) => Done(BotJson.Bot(options).With("can_join_groups", true).With("can_read_all_group_messages", false)),
        "GETUPDATES" => GetUpdatesAsync,
        "SENDMESSAGE" => (c, _) => Done(SendMessage(c)),
        "SENDPHOTO" => SendPhotoAsync,
        "EDITMESSAGETEXT" => (c, _) => Done(EditText(c)),
        "EDITMESSAGECAPTION" => (c, _) => Done(EditCaption(c)),
        "EDITMESSAGEREPLYMARKUP" => (c, _) => Done(Edit(c, m => m with { Buttons = Buttons(c) })),
        "DELETEMESSAGE" => (c, _) => Done(DeleteMessage(c)),
        "ANSWERCALLBACKQUERY" => (c, _) => Done(AnswerPress(c)),
        "SETWEBHOOK" => SetWebhookAsync,
        "DELETEWEBHOOK" => DeleteWebhookAsync,
        "GETWEBHOOKINFO" => (_, _) => Done(webhook.Info),
        "SETMYCOMMANDS" => (c, _) => Done(SetCommands(c)),
        "GETMYCOMMANDS" => (_, _) => Done(_commands.DeepClone()),
        "GETCHAT" => (c, _) => Done(chatFor(c.Text("chat_id")).Json()),
        "SENDCHATACTION" => (c, _) => Done(chatFor(c.Text("chat_id")) is not null),
        _ => null,
    };

    private static Task<JsonNode> Done(JsonNode result) => Task.FromResult(result);

    private async Task<JsonNode> GetUpdatesAsync(BotCall call, CancellationToken cancellationToken)
    {
        if (webhook.IsSet)
            throw new BotError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        updates.Allow(call.Node("allowed_updates"));
        var limit = (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100);
        var timeout = TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout") ?? 0, 0, 50));
        return await updates.PollAsync(call.Number("offset"), limit, timeout, cancellationToken);
    }

    private JsonObject SendMessage(BotCall call)
    {
        var chat = chatFor(call.Text("chat_id"));
        var rich = BotMarkup.Read(call.Text("text"), call.Text("parse_mode"), false);
        return Json(chat, chat.Post(call.Text("text")!, rich, buttons: Buttons(call), silent: call.Flag("disable_notification")));
    }

    private async Task<JsonNode> SendPhotoAsync(BotCall call, CancellationToken cancellationToken)
    {
        var chat = chatFor(call.Text("chat_id"));
        var rich = BotMarkup.Read(call.Text("caption"), call.Text("parse_mode"), true);
        var photo = await PhotoAsync(call, chat, cancellationToken);
        return Json(chat, chat.Post(call.Text("caption") ?? "", rich, photo: photo, buttons: Buttons(call), silent: call.Flag("disable_notification")));
    }

    private static async Task<byte[]> PhotoAsync(BotCall call, BotChat chat, CancellationToken cancellationToken)
    {
        if (call.File("photo") is { } file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray() is [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] ? bytes.ToArray() : throw BotError.Bad("IMAGE_PROCESS_FAILED");
        }
        var named = call.Text("photo") ?? throw BotError.Bad("there is no photo in the request");
        if (named.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            throw BotError.Bad("failed to get HTTP URL content");
        return chat.Messages.FirstOrDefault(m => m.IsPhoto && BotJson.FileId(m) == named)?.Photo ?? throw BotError.Bad("wrong remote file identifier specified: Wrong string length");
    }

    private JsonObject EditText(BotCall call)
    {
        var rich = BotMarkup.Read(call.Text("text"), call.Text("parse_mode"), false);
        return Edit(call, m => m.IsPhoto
            ? throw BotError.Bad("there is no text in the message to edit")
            : m with { Text = call.Text("text")!, Rich = rich, Buttons = Buttons(call) });
    }

    private JsonObject EditCaption(BotCall call)
    {
        var rich = BotMarkup.Read(call.Text("caption"), call.Text("parse_mode"), true);
        return Edit(call, m => !m.IsPhoto
            ? throw BotError.Bad("there is no caption in the message to edit")
            : m with { Text = call.Text("caption") ?? "", Rich = rich, Buttons = Buttons(call) });
    }

    private JsonObject Edit(BotCall call, Func<SimMessage, SimMessage> change)
    {
        var chat = chatFor(call.Text("chat_id"));
        var id = call.Number("message_id") ?? throw BotError.Bad("message identifier is not specified");
        return Json(chat, chat.Edit((int)id, change));
    }

    private JsonNode DeleteMessage(BotCall call)
    {
        chatFor(call.Text("chat_id")).Delete((int)(call.Number("message_id") ?? throw BotError.Bad("message identifier is not specified")));
        return true;
    }

    private JsonNode AnswerPress(BotCall call)
    {
        var text = call.Text("text") ?? "";
        if (text.Length > LongestAnswer)
            throw BotError.Bad("MESSAGE_TOO_LONG");
        answerPress(call.Text("callback_query_id") ?? "", text, call.Flag("show_alert"));
        return true;
    }

    private async Task<JsonNode> SetWebhookAsync(BotCall call, CancellationToken cancellationToken)
    {
        var url = call.Text("url") ?? "";
        var secret = call.Text("secret_token") ?? "";
        if (url.Length > 0 && !IsTaken(url))
            throw BotError.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        if (secret.Length > LongestSecret || !secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw BotError.Bad("secret token contains unallowed characters");
        updates.Allow(call.Node("allowed_updates"));
        if (call.Flag("drop_pending_updates"))
            updates.Clear();
        await webhook.SetAsync(url, secret);
        return true;
    }

    private async Task<JsonNode> DeleteWebhookAsync(BotCall call, CancellationToken cancellationToken)
    {
        if (call.Flag("drop_pending_updates"))
            updates.Clear();
        await webhook.SetAsync("", "");
        return true;
    }

    private JsonNode SetCommands(BotCall call)
    {
        var commands = call.Node("commands") as JsonArray ?? throw BotError.Bad("can't parse commands JSON object");
        foreach (var command in commands)
        {
            if (command?["command"]?.ToString() is not { Length: > 0 and <= 32 } name || name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_'))
                throw BotError.Bad("BOT_COMMAND_INVALID");
            if (command["description"]?.ToString() is not { Length: > 0 and <= 256 })
                throw BotError.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        _commands = commands.DeepClone().AsArray();
        return true;
    }

    private bool IsTaken(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (options.AllowLoopbackWebhook && uri.IsLoopback));

    private static IReadOnlyList<IReadOnlyList<SimButton>> Buttons(BotCall call) => BotMarkup.Buttons(call.Node("reply_markup"));

    private JsonObject Json(BotChat chat, SimMessage message) => BotJson.Message(message, chat, options);
}
