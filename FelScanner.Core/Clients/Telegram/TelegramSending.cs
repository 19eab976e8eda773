using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Telegram;

/// <summary>Sends messages: as a photo with caption where that fits, else as text; what Telegram cannot read as HTML goes out plain rather than not at all.</summary>
internal sealed class TelegramSending(TelegramClient client)
{
    public async Task<ChatPlace> SendAsync(TelegramSettings settings, ChatMessage message, CancellationToken cancellationToken)
    {
        if (message.Photo is { } photo && TelegramText.VisibleLength(message.Html) <= TelegramText.MostCaption
            && await TryPhotoAsync(settings, message, photo, cancellationToken) is { } place)
            return place;

        var call = Text(settings, message, html: true);
        var outcome = await client.CallAsync(settings, "sendMessage", call, Patience.Once, cancellationToken);
        if (!outcome.Ok && outcome.Says("parse entities"))
            outcome = await client.CallAsync(settings, "sendMessage", Text(settings, message, html: false), Patience.Once, cancellationToken);
        return outcome.Ok ? Place(settings, outcome, hasPhoto: false) : throw TelegramFaults.Refused(outcome);
    }

    public static object Chat(string chatId) => long.TryParse(chatId, CultureInfo.InvariantCulture, out var number) ? number : chatId;

    public static TelegramKeyboard Keyboard(ChatMessage message) =>
        new([.. message.Buttons.Select(row => row.Select(b => new TelegramButton(b.Text, b.Url is null ? b.Data : null, b.Url)).ToArray())]);

    private static TelegramCall Text(TelegramSettings settings, ChatMessage message, bool html) => new()
    {
        ChatId = Chat(settings.ChatId),
        Text = html && TelegramText.VisibleLength(message.Html) <= TelegramText.MostText
            ? message.Html
            : TelegramText.Cut(TelegramText.Plain(message.Html), TelegramText.MostText),
        ParseMode = html && TelegramText.VisibleLength(message.Html) <= TelegramText.MostText ? "HTML" : null,
        ReplyMarkup = message.Buttons.Count > 0 ? Keyboard(message) : null,
        LinkPreviewOptions = new TelegramPreview(true),
    };

    /// <summary>Null: Telegram did not take the picture, and nothing was sent.</summary>
    private async Task<ChatPlace?> TryPhotoAsync(TelegramSettings settings, ChatMessage message, Poster photo, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await client.SendAsync(settings, "sendPhoto", () => Form(settings, message, photo), Patience.Once, cancellationToken);
            return outcome.Ok ? Place(settings, outcome, hasPhoto: true) : null;
        }
        catch (ServiceFault fault) when (fault.Kind is FaultKind.BadAnswer or FaultKind.Unauthorised)
        {
            // A server that does not know the method answers so too; a bad token shows itself again with the text.
            return null;
        }
    }

    private static MultipartFormDataContent Form(TelegramSettings settings, ChatMessage message, Poster photo)
    {
        var picture = new ByteArrayContent(photo.Bytes);
        picture.Headers.ContentType = new MediaTypeHeaderValue(photo.ContentType);
        var form = new MultipartFormDataContent
        {
            { new StringContent(settings.ChatId), "chat_id" },
            { new StringContent(message.Html), "caption" },
            { new StringContent("HTML"), "parse_mode" },
            { picture, "photo", photo.ContentType == "image/png" ? "poster.png" : "poster.jpg" },
        };
        if (message.Buttons.Count > 0)
            form.Add(new StringContent(JsonSerializer.Serialize(Keyboard(message), TelegramContext.Default.TelegramKeyboard)), "reply_markup");
        return form;
    }

    private static ChatPlace Place(TelegramSettings settings, TelegramOutcome outcome, bool hasPhoto) =>
        outcome.Result.ValueKind == JsonValueKind.Object && outcome.Result.TryGetProperty("message_id", out var id) && id.TryGetInt64(out var number)
            ? new ChatPlace(settings.ChatId, number, hasPhoto)
            : throw new ServiceFault("telegram", FaultKind.BadAnswer, "Telegram did not say where the message stands.", "Check telegram_api_url.");
}
