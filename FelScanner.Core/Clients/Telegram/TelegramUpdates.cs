using System.Globalization;
using System.Text.Json;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Telegram;

/// <summary>Telegram's updates in the program's words. An update that cannot be read keeps its id, so that it is confirmed and never comes again.</summary>
internal static class TelegramUpdates
{
    public static ChatUpdate? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("update_id", out var id) || !TryId(id, out var updateId))
            return null;
        try
        {
            return Of(updateId, json.Deserialize(TelegramContext.Default.TelegramUpdate));
        }
        catch (JsonException)
        {
            return new ChatUpdate.Other(updateId);
        }
    }

    private static ChatUpdate Of(long id, TelegramUpdate? update) => update switch
    {
        { CallbackQuery: { Id: { Length: > 0 } callback, From: { } from, Message: { Chat: { } chat } message, Data: { } data } } =>
            new ChatUpdate.Press(id, callback, Id(chat), IsPrivate(chat), message.MessageId, from.Id, Name(from), data),
        { Message: { Chat: { } chat, From: { } from, Text: { } text } } => new ChatUpdate.Said(id, Id(chat), IsPrivate(chat), from.Id, Name(from), text),
        _ => new ChatUpdate.Other(id),
    };

    private static string Id(TelegramChat chat) => chat.Id.ToString(CultureInfo.InvariantCulture);

    // Groups and channels have negative ids.
    private static bool IsPrivate(TelegramChat chat) => chat.Type is { } type ? type == "private" : chat.Id > 0;

    private static string Name(TelegramUser user) => user switch
    {
        { Username: { Length: > 0 } name } => "@" + name,
        { FirstName: { Length: > 0 } first, LastName: { Length: > 0 } last } => $"{first} {last}",
        { FirstName: { Length: > 0 } first } => first,
        _ => user.Id.ToString(CultureInfo.InvariantCulture),
    };

    private static bool TryId(JsonElement id, out long value) => id.ValueKind switch
    {
        JsonValueKind.Number => id.TryGetInt64(out value),
        JsonValueKind.String => long.TryParse(id.GetString(), CultureInfo.InvariantCulture, out value),
        _ => (value = 0) == 1,
    };
}
