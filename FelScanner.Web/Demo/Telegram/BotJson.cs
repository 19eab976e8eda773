using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>Writes messages and people as the Bot API does.</summary>
internal static class BotJson
{
    public static JsonObject Person(SimPerson person) =>
        new JsonObject { ["id"] = person.Id, ["is_bot"] = false, ["first_name"] = person.FirstName }.With("username", person.Username).With("language_code", "en");

    public static JsonObject Bot(TelegramOptions options) => new()
    {
        ["id"] = Wire.ToLong(options.Token.Split(':')[0]),
        ["is_bot"] = true,
        ["first_name"] = "FelScanner",
        ["username"] = options.BotName,
    };

    public static JsonObject Message(SimMessage message, BotChat chat, TelegramOptions options)
    {
        var json = new JsonObject
        {
            ["message_id"] = message.Id,
            ["from"] = message.From is { } person ? Person(person) : Bot(options),
            ["chat"] = chat.Json(),
            ["date"] = message.SentAt.ToUnixTimeSeconds(),
        };
        json.With("edit_date", message.EditedAt?.ToUnixTimeSeconds());
        if (message.IsPhoto)
            json["photo"] = new JsonArray(new JsonObject { ["file_id"] = FileId(message), ["file_unique_id"] = $"u{message.Id.ToInvariant()}", ["width"] = 240, ["height"] = 360, ["file_size"] = message.Photo!.Length });
        if (message.Rich.Plain.Length > 0)
            json[message.IsPhoto ? "caption" : "text"] = message.Rich.Plain;
        if (message.Rich.Marks.Count > 0)
            json[message.IsPhoto ? "caption_entities" : "entities"] = message.Rich.Marks.Select(Mark).ToArray();
        if (message.Buttons.Count > 0)
            json["reply_markup"] = new JsonObject { ["inline_keyboard"] = message.Buttons.Select(row => row.Select(Button).ToArray()).ToArray() };
        return json;
    }

    public static string FileId(SimMessage message) => $"AgACAgQ-demo-{message.Id.ToInvariant()}";

    private static JsonObject Mark(RichMark mark) =>
        new JsonObject { ["offset"] = mark.Offset, ["length"] = mark.Length, ["type"] = mark.Kind }.With("url", mark.Url);

    private static JsonObject Button(SimButton button) =>
        new JsonObject { ["text"] = button.Text }.With("callback_data", button.Data).With("url", button.Url);
}
