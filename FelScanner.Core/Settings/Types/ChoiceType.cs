using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Types;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceType(IReadOnlyList<string> choices) : SettingType
{
    public override object? Read(JsonElement value, SettingReader reader) =>
        value.ValueKind == JsonValueKind.String && choices.FirstOrDefault(choice => string.Equals(choice, value.GetString()!.Trim(), StringComparison.OrdinalIgnoreCase)) is { } choice
            ? choice
            : reader.Refuse($"This must be {string.Join(" or ", choices.Select(choice => $"\"{choice}\""))}.");

    public override JsonNode Show(object value) => JsonValue.Create((string)value);
}
