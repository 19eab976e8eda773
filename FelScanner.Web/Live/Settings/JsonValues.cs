using System.Text.Json;

namespace FelScanner.Web.Live.Settings;

/// <summary>Values of settings as a form shows them.</summary>
public static class JsonValues
{
    public static bool On(this JsonElement value) => value.ValueKind == JsonValueKind.True;

    public static string Text(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    public static string Lines(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? string.Join('\n', value.EnumerateArray().Select(Text)) : value.Text();

    public static IReadOnlyList<JsonElement> Items(this JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    public static string Member(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member.ValueKind == JsonValueKind.Array ? string.Join(", ", member.EnumerateArray().Select(Text)) : member.Text() : "";

    /// <summary>The object with one member changed.</summary>
    public static JsonElement With(this JsonElement value, string name, object? member)
    {
        var members = value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value)
            : [];
        members[name] = member;
        return JsonSerializer.SerializeToElement(members);
    }
}
