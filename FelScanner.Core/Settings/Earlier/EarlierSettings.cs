using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Earlier;

/// <summary>What was found in an earlier FELScanner's settings: values by today's keys, and a sentence for everything that has no place here.</summary>
public sealed record EarlierReading(IReadOnlyDictionary<string, JsonElement> Values, IReadOnlyList<string> Left);

/// <summary>Reads the settings of an earlier FELScanner: its settings.json, the scanner's own config.json, or a .env file.</summary>
public static class EarlierSettings
{
    private const int Longest = 256 * 1024;

    /// <exception cref="FormatException">The text is neither JSON nor lines of KEY=VALUE.</exception>
    public static EarlierReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
            throw new FormatException("This is larger than any settings file: choose the settings alone.");
        var found = text.TrimStart().StartsWith('{') ? OfJson(text) : OfLines(text);
        Dictionary<string, JsonElement> values = [];
        List<string> left = [];
        foreach (var (name, value) in found)
            Take(name, value, values, left);
        EarlierFeeds.Take(found, values);
        return new EarlierReading(values, left);
    }

    private static void Take(string name, JsonNode? value, Dictionary<string, JsonElement> values, List<string> left)
    {
        var today = EarlierNames.Today(name);
        if (IsEmpty(value) || EarlierFeeds.Knows(name))
            return;
        if (today is null || SettingsCatalogue.Find(today) is not { } key)
            left.Add(EarlierNames.WhyNot(name));
        else if (value!.ToString() == Secret.Mask)
            left.Add($"{name} is hidden there: type it anew.");
        else
            values[key.Name] = Fitted(key, EarlierNames.Translate(name, value));
    }

    /// <summary>Texts become switches, numbers and lists where the key wants them, as in the environment.</summary>
    private static JsonElement Fitted(SettingKey key, JsonNode value) => value switch
    {
        JsonValue text when text.TryGetValue<string>(out var word) => key.Type.FromText(word),
        JsonValue number when key.Kind is SettingKind.Text or SettingKind.Url or SettingKind.Secret => key.Type.FromText(number.ToString()),
        _ => JsonSerializer.SerializeToElement(value, SettingsJson.Default.JsonNode),
    };

    private static bool IsEmpty(JsonNode? value) => value is null || value is JsonArray { Count: 0 } || (value is JsonValue && value.ToString().Length == 0);

    private static List<KeyValuePair<string, JsonNode?>> OfJson(string text)
    {
        try
        {
            var root = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 });
            return root is JsonObject settings ? [.. Leaves(settings, "")] : throw new FormatException("This is no settings file.");
        }
        catch (JsonException broken)
        {
            throw new FormatException("This is no valid JSON.", broken);
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Leaves(JsonObject branch, string prefix) => branch.SelectMany(pair => pair.Value is JsonObject deeper
        ? Leaves(deeper, $"{prefix}{Snake(pair.Key)}_")
        : [new KeyValuePair<string, JsonNode?>(prefix + Snake(pair.Key), pair.Value)]);

    private static List<KeyValuePair<string, JsonNode?>> OfLines(string text)
    {
        List<KeyValuePair<string, JsonNode?>> found = [];
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#')))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new FormatException("This is neither JSON nor lines of KEY=VALUE.");
            var name = line[..at].Replace("export ", "", StringComparison.Ordinal).Trim();
            found.Add(new(Snake(name), JsonValue.Create(line[(at + 1)..].Trim().Trim('"', '\''))));
        }

        return found;
    }

    /// <summary>"searchTerm" and "SEARCH_TERM" are search_term.</summary>
    private static string Snake(string name) =>
        name.Any(char.IsLower) ? JsonNamingPolicy.SnakeCaseLower.ConvertName(name) : name.ToLowerInvariant();
}
