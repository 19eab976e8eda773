using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Types;

/// <summary>A list of whole numbers; texts of digits are taken too.</summary>
internal sealed class NumbersType : SettingType
{
    public override object? Read(JsonElement value, SettingReader reader)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return reader.Refuse("This must be a list of numbers.");

        var numbers = new List<long>();
        foreach (var item in value.EnumerateArray())
            if (Number(item) is { } number)
                numbers.Add(number);
            else
                reader.Errors.Add($"{item.GetRawText()} is no whole number.");
        return reader.Errors.Count == 0 ? (IReadOnlyList<long>)numbers : null;
    }

    public override JsonNode Show(object value) => new JsonArray([.. ((IReadOnlyList<long>)value).Select(number => JsonValue.Create(number))]);

    public override JsonElement FromText(string text) => Json(text.TrimStart().StartsWith('[') ? text : $"[{Quoted(text)}]");

    private static string Quoted(string text) =>
        string.Join(',', text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => JsonValue.Create(part).ToJsonString()));

    public static long? Number(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Number when item.TryGetInt64(out var number) => number,
        JsonValueKind.String when long.TryParse(item.GetString()!.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
