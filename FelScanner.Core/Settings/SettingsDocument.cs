using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FelScanner.Core.Settings;

/// <summary>The settings file's text as ordered members: what a person wrote stays where it is, unknown keys too.</summary>
internal sealed class SettingsDocument
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Readable and still safe: the file is never part of a page.</summary>
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _order;
    private readonly Dictionary<string, JsonElement> _members;

    private SettingsDocument(List<string> order, Dictionary<string, JsonElement> members)
    {
        _order = order;
        _members = members;
    }

    public static SettingsDocument Empty { get; } = new([], []);

    /// <summary>Null with a sentence when the text is no JSON object. An empty text is an empty object.</summary>
    public static SettingsDocument? Parse(string text, out string? fault)
    {
        fault = null;
        if (string.IsNullOrWhiteSpace(text))
            return Empty;
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), Tolerant);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return Read(document.RootElement);
            fault = "settings.json must be one JSON object.";
        }
        catch (JsonException wrong)
        {
            fault = $"settings.json is no valid JSON (line {wrong.LineNumber + 1}, column {wrong.BytePositionInLine + 1}): correct it there; until then the last good settings hold.";
        }

        return null;
    }

    public JsonElement? this[string key] => _members.TryGetValue(key, out var value) ? value : null;

    /// <summary>The same with one member replaced where it stands, or added at the end.</summary>
    public SettingsDocument With(string key, JsonElement value) =>
        new(_members.ContainsKey(key) ? _order : [.. _order, key], new Dictionary<string, JsonElement>(_members) { [key] = value });

    public string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            foreach (var key in _order)
            {
                writer.WritePropertyName(key);
                _members[key].WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Of a key written twice the last one counts, as in most programs.</summary>
    private static SettingsDocument Read(JsonElement root)
    {
        var order = new List<string>();
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in root.EnumerateObject())
        {
            if (!members.ContainsKey(member.Name))
                order.Add(member.Name);
            members[member.Name] = member.Value.Clone();
        }

        return new(order, members);
    }
}
