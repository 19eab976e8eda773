using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Types;

/// <summary>The further feeds. Each entry's <c>api_key</c> is a secret; eight stars keep the key of the saved entry with the same name.</summary>
internal sealed class FeedsType : SettingType
{
    private static readonly string[] Reserved = ["iptorrents", "push"];

    public override object? Read(JsonElement value, SettingReader reader)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return reader.Refuse("This must be a list of feeds.");

        var saved = reader.Current as IReadOnlyList<FeedDefinition> ?? [];
        var feeds = new List<FeedDefinition>();
        foreach (var (index, entry) in value.EnumerateArray().Index())
            if (Feed(new EntryReader(entry, $"Feed {index + 1}", reader), saved, reader) is { } feed)
                feeds.Add(feed);
        foreach (var twin in feeds.GroupBy(feed => feed.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            reader.Errors.Add($"Two feeds are called \"{twin.Key}\": each needs a name of its own.");
        return reader.Errors.Count == 0 ? (IReadOnlyList<FeedDefinition>)feeds : null;
    }

    public override JsonNode Show(object value) => Node(value, key => key.ToString());

    public override JsonNode Write(object value, SecretBox box) => Node(value, key => SecretType.Sealed(key, box));

    public override JsonElement FromText(string text) => Json(text);

    private static FeedDefinition? Feed(EntryReader entry, IReadOnlyList<FeedDefinition> saved, SettingReader reader)
    {
        if (!entry.IsObject)
            return null;

        var name = entry.Text("name");
        if (name.Length is 0 or > 64 || name.Any(char.IsControl) || Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
            entry.Refuse("it needs a name of 1 to 64 characters that is not \"iptorrents\" or \"push\".");
        else
            entry.Call($"Feed \"{name}\"");

        var kept = saved.FirstOrDefault(feed => string.Equals(feed.Name, name, StringComparison.OrdinalIgnoreCase))?.ApiKey;
        return new FeedDefinition
        {
            Name = name,
            Type = Kind(entry),
            Url = Url(entry),
            ApiKey = reader.Secret(entry.Text("api_key"), kept, "API key", entry.Refuse) ?? default,
            Search = entry.Text("search"),
            Categories = entry.Wholes("categories", [2045]),
            IntervalMinutes = entry.Whole("interval_minutes", 30, 5, 10080),
            Enabled = entry.Switch("enabled", true),
            DownloadHosts = Hosts(entry),
        };
    }

    private static string Kind(EntryReader entry)
    {
        var kind = entry.Text("type").ToLowerInvariant();
        if (kind is not ("torznab" or "rss"))
            entry.Refuse("its type must be \"torznab\" or \"rss\".");
        return kind;
    }

    private static string Url(EntryReader entry)
    {
        var url = entry.Text("url");
        if (TextRules.Url(url) is { } sentence)
            entry.Refuse($"its address: {sentence}");
        return url;
    }

    private static IReadOnlyList<string> Hosts(EntryReader entry)
    {
        var hosts = entry.Texts("download_hosts");
        foreach (var host in hosts)
            if (TextRules.Host(host) is { } sentence)
                entry.Refuse($"download host \"{host}\": {sentence}");
        return hosts;
    }

    private static JsonArray Node(object value, Func<Secret, string> secret) => new([.. ((IReadOnlyList<FeedDefinition>)value).Select(feed => new JsonObject
    {
        ["name"] = feed.Name,
        ["type"] = feed.Type,
        ["url"] = feed.Url,
        ["api_key"] = secret(feed.ApiKey),
        ["search"] = feed.Search,
        ["categories"] = new JsonArray([.. feed.Categories.Select(category => JsonValue.Create(category))]),
        ["interval_minutes"] = feed.IntervalMinutes,
        ["enabled"] = feed.Enabled,
        ["download_hosts"] = new JsonArray([.. feed.DownloadHosts.Select(host => JsonValue.Create(host))]),
    })]);
}
