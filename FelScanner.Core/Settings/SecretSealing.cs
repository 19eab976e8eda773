using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings;

/// <summary>Seals the secrets that a person typed into the file in clear, those with a bad value too.</summary>
internal static class SecretSealing
{
    private const string FeedKey = "api_key";

    /// <summary>The document with nothing secret in clear; the same object when there was nothing to seal.</summary>
    public static SettingsDocument Seal(SettingsDocument document, SecretBox box)
    {
        foreach (var key in SettingsCatalogue.All)
            if (document[key.Name] is { } value && Sealed(key, value, box) is { } node)
                document = document.With(key.Name, JsonSerializer.SerializeToElement(node, SettingsJson.Default.JsonNode));
        return document;
    }

    private static JsonNode? Sealed(SettingKey key, JsonElement value, SecretBox box) => key.Kind switch
    {
        SettingKind.Secret => IsClear(value) ? JsonValue.Create(box.Seal(Text(value))) : null,
        SettingKind.Feeds when value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(HasClearKey) => new JsonArray([.. value.EnumerateArray().Select(feed => Feed(feed, box))]),
        _ => null,
    };

    private static JsonNode? Feed(JsonElement feed, SecretBox box)
    {
        if (!HasClearKey(feed))
            return JsonNode.Parse(feed.GetRawText(), documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });

        var node = new JsonObject();
        foreach (var member in feed.EnumerateObject())
            node[member.Name] = member.Name == FeedKey && IsClear(member.Value)
                ? box.Seal(Text(member.Value))
                : JsonNode.Parse(member.Value.GetRawText(), documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return node;
    }

    private static bool HasClearKey(JsonElement feed) =>
        feed.ValueKind == JsonValueKind.Object && feed.TryGetProperty(FeedKey, out var secret) && IsClear(secret);

    private static bool IsClear(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number || (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text != Secret.Mask && !SecretBox.IsSealed(text));

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString()!;
}
