using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Types;

/// <summary>On or off.</summary>
internal sealed class SwitchType : SettingType
{
    public override object? Read(JsonElement value, SettingReader reader) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => reader.Refuse("This must be true or false."),
    };

    public override JsonNode Show(object value) => JsonValue.Create((bool)value);

    public override JsonElement FromText(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "on" => Json("true"),
        "false" or "0" or "no" or "off" => Json("false"),
        _ => Text(text),
    };
}
