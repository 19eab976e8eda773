using System.Text.Json;

namespace FelScanner.Web.Cli;

/// <summary>Optional values of a JSON object. A value of another kind raises a <see cref="FormatException"/> that names its key.</summary>
internal static class JsonValues
{
    public static string? Text(JsonElement element, string key)
    {
        if (!Has(element, key, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw new FormatException($"\"{key}\" is a text.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new FormatException($"\"{key}\" holds half a character (a lone surrogate).");
        }
    }

    public static bool? Flag(JsonElement element, string key)
    {
        if (!Has(element, key, out var value))
            return null;
        return AsFlag(value) ?? throw new FormatException($"\"{key}\" is true or false.");
    }

    public static decimal? Number(JsonElement element, string key)
    {
        if (!Has(element, key, out var value))
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && Math.Abs(number) < 1_000_000_000_000_000_000
            ? number
            : throw new FormatException($"\"{key}\" is a number.");
    }

    /// <summary>True or false, also as a text; null when it is neither.</summary>
    public static bool? AsFlag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => null,
    };

    private static bool Has(JsonElement element, string key, out JsonElement value) =>
        element.TryGetProperty(key, out value) && value.ValueKind != JsonValueKind.Null;
}
