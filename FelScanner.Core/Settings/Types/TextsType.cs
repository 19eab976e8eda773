using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Types;

/// <summary>A list of texts; empty ones are dropped.</summary>
internal sealed class TextsType(Func<string, string?>? fault = null) : SettingType
{
    public override object? Read(JsonElement value, SettingReader reader)
    {
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
            return reader.Refuse("This must be a list of texts.");

        IReadOnlyList<string> texts = [.. value.EnumerateArray().Select(item => item.GetString()!.Trim()).Where(text => text.Length > 0)];
        foreach (var text in texts)
            if (text.Any(char.IsControl))
                reader.Errors.Add("Each entry must be one line without control characters.");
            else if (fault?.Invoke(text) is { } sentence)
                reader.Errors.Add($"\"{text}\": {sentence}");
        return reader.Errors.Count == 0 ? texts : null;
    }

    public override JsonNode Show(object value) => new JsonArray([.. ((IReadOnlyList<string>)value).Select(text => JsonValue.Create(text))]);

    public override JsonElement FromText(string text) => text.TrimStart().StartsWith('[')
        ? Json(text)
        : JsonSerializer.SerializeToElement(
            new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => JsonValue.Create(part))]), SettingsJson.Default.JsonNode);
}
