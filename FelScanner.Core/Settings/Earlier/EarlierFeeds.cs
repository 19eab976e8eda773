using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Earlier;

/// <summary>An indexer of Prowlarr's, which was three settings, becomes a feed.</summary>
internal static class EarlierFeeds
{
    private const string Url = "prowlarr_base_url";
    private const string Key = "prowlarr_api_key";
    private const string Indexer = "prowlarr_indexer_id";

    public static bool Knows(string name) => name is Url or Key or Indexer;

    public static void Take(IReadOnlyList<KeyValuePair<string, JsonNode?>> found, Dictionary<string, JsonElement> values)
    {
        string Of(string name) => found.FirstOrDefault(pair => pair.Key == name).Value?.ToString() ?? "";
        if (Of(Url).Length == 0 || Of(Key).Length == 0 || !int.TryParse(Of(Indexer), CultureInfo.InvariantCulture, out var indexer))
            return;
        var feed = new JsonObject { ["name"] = "Prowlarr", ["type"] = "torznab", ["url"] = $"{Of(Url).TrimEnd('/')}/{indexer}/api", ["api_key"] = Of(Key), ["search"] = "", ["enabled"] = true };
        values["feeds"] = JsonSerializer.SerializeToElement<JsonNode>(new JsonArray(feed), SettingsJson.Default.JsonNode);
    }
}
