using System.Text.Json;

namespace FelScanner.Web.Endpoints;

/// <summary>What a webhook's body says: the word of what happened, and the item it speaks of by Plex's key and kind.</summary>
internal sealed record WebhookHint(string? Word, string? Key, string? Kind)
{
    /// <exception cref="BadHttpRequestException">The body is not JSON.</exception>
    public static WebhookHint Read(string json, string word, string item)
    {
        try
        {
            using var payload = JsonDocument.Parse(json);
            var root = payload.RootElement;
            return Member(root, item) is { } named
                ? new WebhookHint(Text(root, word), Text(named, "ratingKey"), Text(named, "type"))
                : new WebhookHint(Text(root, word), null, null);
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException("The payload is not JSON.", fault);
        }
    }

    private static JsonElement? Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    /// <summary>Keys come as text or as numbers.</summary>
    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.ToString() is { Length: > 0 } text
            ? text
            : null;
}
