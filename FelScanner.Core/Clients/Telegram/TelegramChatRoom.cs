using System.Text.Json;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Telegram;

/// <summary>The configured chat: messages, presses and what they answer.</summary>
internal sealed class TelegramChatRoom(ISettings settings, TelegramClient client, TelegramSending sending) : IChat
{
    private const int MostAnswer = 200;

    private static readonly string[] Wanted = ["message", "callback_query"];

    private TelegramSettings Now => settings.Current.Telegram;

    public Task<ChatPlace> SendAsync(ChatMessage message, CancellationToken cancellationToken) => sending.SendAsync(Now, message, cancellationToken);

    public async Task<EditOutcome> EditAsync(ChatPlace place, ChatMessage message, CancellationToken cancellationToken)
    {
        var outcome = await EditAsync(place, message, html: true, cancellationToken);
        if (!outcome.Ok && outcome.Says("parse entities"))
            outcome = await EditAsync(place, message, html: false, cancellationToken);
        return outcome switch
        {
            { Ok: true } => EditOutcome.Edited,
            _ when outcome.Says("not modified") => EditOutcome.Edited,
            _ when outcome.Says("to edit not found") || outcome.Says("can't be edited") || outcome.Says("MESSAGE_ID_INVALID")
                || outcome.Says("message to be edited") || outcome.Says("message not found") || outcome.Says("no text in the message") || outcome.Says("no caption") => EditOutcome.Gone,
            _ => throw TelegramFaults.Refused(outcome),
        };
    }

    public async Task AnswerAsync(string callbackId, string text, bool alert, CancellationToken cancellationToken)
    {
        var call = new TelegramCall { CallbackQueryId = callbackId, Text = TelegramText.Cut(text, MostAnswer), ShowAlert = alert };
        var outcome = await client.CallAsync(Now, "answerCallbackQuery", call, Patience.Once, cancellationToken);
        if (!outcome.Ok && !outcome.Says("too old") && !outcome.Says("query ID is invalid") && !outcome.Says("QUERY_ID_INVALID"))
            throw TelegramFaults.Refused(outcome);
    }

    public async Task<IReadOnlyList<ChatUpdate>> UpdatesAsync(long offset, TimeSpan wait, CancellationToken cancellationToken)
    {
        var seconds = Math.Clamp((int)wait.TotalSeconds, 0, 50);
        var call = new TelegramCall { Offset = offset, Limit = 100, Timeout = seconds, AllowedUpdates = Wanted };
        var began = client.Time.GetTimestamp();
        var outcome = await client.CallAsync(Now, "getUpdates", call, Patience.Seconds(seconds + 15, seconds + 15, 0), cancellationToken);
        if (!outcome.Ok)
            throw TelegramFaults.Refused(outcome);
        IReadOnlyList<ChatUpdate> updates = outcome.Result.ValueKind == JsonValueKind.Array
            ? [.. outcome.Result.EnumerateArray().Select(TelegramUpdates.Read).OfType<ChatUpdate>()]
            : [];

        // A server that does not hold the line must not be asked without end.
        if (updates.Count == 0 && seconds > 0 && client.Time.GetElapsedTime(began) < TimeSpan.FromMilliseconds(500))
            await Task.Delay(TimeSpan.FromMilliseconds(500), client.Time, cancellationToken);
        return updates;
    }

    public ChatUpdate? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return TelegramUpdates.Read(JsonElement.ParseValue(ref reader));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task SetWebhookAsync(string? url, string secret, CancellationToken cancellationToken)
    {
        var outcome = string.IsNullOrEmpty(url)
            ? await client.CallAsync(Now, "deleteWebhook", new TelegramCall { DropPendingUpdates = false }, Patience.Once, cancellationToken)
            : await client.CallAsync(
                Now, "setWebhook", new TelegramCall { Url = url, SecretToken = secret, AllowedUpdates = Wanted, DropPendingUpdates = false }, Patience.Once, cancellationToken);
        if (!outcome.Ok)
            throw new ServiceFault("telegram", FaultKind.Refused, $"Telegram refused the webhook: {outcome.Description}.", "telegram_webhook_url must be an https address that Telegram can reach.");
    }

    private Task<TelegramOutcome> EditAsync(ChatPlace place, ChatMessage message, bool html, CancellationToken cancellationToken)
    {
        var most = place.HasPhoto ? TelegramText.MostCaption : TelegramText.MostText;
        html = html && TelegramText.VisibleLength(message.Html) <= most;
        var text = html ? message.Html : TelegramText.Cut(TelegramText.Plain(message.Html), most);
        var call = new TelegramCall
        {
            ChatId = TelegramSending.Chat(place.ChatId),
            MessageId = place.MessageId,
            Text = place.HasPhoto ? null : text,
            Caption = place.HasPhoto ? text : null,
            ParseMode = html ? "HTML" : null,
            ReplyMarkup = TelegramSending.Keyboard(message),
            LinkPreviewOptions = place.HasPhoto ? null : new TelegramPreview(true),
        };
        return client.CallAsync(Now, place.HasPhoto ? "editMessageCaption" : "editMessageText", call, Patience.Once, cancellationToken);
    }
}
