using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Types;

/// <summary>A secret: accepted in clear or sealed, stored sealed, shown as eight stars.</summary>
internal sealed class SecretType(Func<string, string?>? fault = null, bool verbatim = false) : SettingType
{
    public override object? Read(JsonElement value, SettingReader reader)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return reader.Refuse("This must be a text.");
        var typed = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString()!;
        if (reader.Secret(verbatim ? typed : typed.Trim(), reader.Current as Secret?, "secret") is not { } secret)
            return null;

        var clear = secret.Reveal();
        if (clear.Any(char.IsControl))
            return reader.Refuse("This must be one line without control characters.");
        return clear.Length > 0 && fault?.Invoke(clear) is { } sentence ? reader.Refuse(sentence) : secret;
    }

    public override JsonNode Show(object value) => JsonValue.Create(((Secret)value).ToString());

    public override JsonNode Write(object value, SecretBox box) => JsonValue.Create(Sealed((Secret)value, box));

    public static string Sealed(Secret secret, SecretBox box) => secret.IsSet ? box.Seal(secret.Reveal()) : "";
}
