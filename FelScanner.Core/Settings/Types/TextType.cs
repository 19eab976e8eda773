using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Types;

/// <summary>One line of text, trimmed. A number is taken as its digits where <paramref name="numbersToo"/>.</summary>
internal sealed class TextType(Func<string, string?>? fault = null, bool numbersToo = false, Func<string, string>? tidy = null) : SettingType
{
    public override object? Read(JsonElement value, SettingReader reader)
    {
        if (value.ValueKind == JsonValueKind.Number && numbersToo)
            return Checked(value.GetRawText(), reader);
        return value.ValueKind == JsonValueKind.String ? Checked(value.GetString()!, reader) : reader.Refuse("This must be a text.");
    }

    public override JsonNode Show(object value) => JsonValue.Create((string)value);

    private object? Checked(string typed, SettingReader reader)
    {
        var text = typed.Trim();
        text = tidy is null ? text : tidy(text);
        if (text.Any(char.IsControl))
            return reader.Refuse("This must be one line without control characters.");
        return text.Length > 0 && fault?.Invoke(text) is { } sentence ? reader.Refuse(sentence) : text;
    }
}
