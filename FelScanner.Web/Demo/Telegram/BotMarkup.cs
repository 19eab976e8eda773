using System.Text;
using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>Reads what a message may carry, refusing what the real service refuses.</summary>
internal static class BotMarkup
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int LongestData = 64;

    public static RichText Read(string? text, string? mode, bool isCaption)
    {
        if (mode is { Length: > 0 } && !mode.Equals("HTML", StringComparison.OrdinalIgnoreCase))
            throw BotError.Bad("unsupported parse_mode");
        var rich = RichText.Of((text ?? "").TrimEnd());
        if (mode is { Length: > 0 })
        {
            var (read, fault) = RichTextReader.Read(text ?? "");
            rich = read ?? throw new BotError(400, fault!);
        }
        if (!isCaption && string.IsNullOrWhiteSpace(rich.Plain))
            throw BotError.Bad("message text is empty");
        if (rich.Plain.Length > (isCaption ? LongestCaption : LongestText))
            throw BotError.Bad(isCaption ? "message caption is too long" : "message is too long");
        return rich;
    }

    public static IReadOnlyList<IReadOnlyList<SimButton>> Buttons(JsonNode? markup)
    {
        if (markup is null || markup["inline_keyboard"] is not { } keyboard)
            return [];
        if (keyboard is not JsonArray rows)
            throw BotError.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array");
        var buttons = new List<IReadOnlyList<SimButton>>();
        foreach (var row in rows)
            buttons.Add([.. (row as JsonArray ?? throw BotError.Bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays")).Select(Button)]);
        return [.. buttons.Where(r => r.Count > 0)];
    }

    private static SimButton Button(JsonNode? node)
    {
        var text = node?["text"]?.GetValue<string>() ?? "";
        var data = node?["callback_data"]?.GetValue<string>();
        var url = node?["url"]?.GetValue<string>();
        if (text.Length == 0)
            throw BotError.Bad("can't parse inline keyboard button: Field \"text\" must be of type String");
        if (data is null && url is null)
            throw BotError.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (data is not null && Encoding.UTF8.GetByteCount(data) is 0 or > LongestData)
            throw BotError.Bad("BUTTON_DATA_INVALID");
        if (url is not null && !IsWrongFree(url))
            throw BotError.Bad($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        return new SimButton(text, data, url);
    }

    /// <summary>A name without a dot ("localhost") is no address to Telegram.</summary>
    private static bool IsWrongFree(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tg" && uri!.Host.Contains('.', StringComparison.Ordinal);
}
