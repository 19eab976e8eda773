using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Types;

/// <summary>A number within bounds; whole ones are <see cref="int"/>, others <see cref="double"/>.</summary>
internal sealed class NumberType(double min, double max, bool aboveMin, bool whole) : SettingType
{
    public override object? Read(JsonElement value, SettingReader reader)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number))
            return reader.Refuse($"This must be a {Word}.");
        if (whole && number != Math.Floor(number))
            return reader.Refuse($"This must be a {Word}.");
        if (number > max || number < min || (aboveMin && number <= min))
            return reader.Refuse(Bounds);
        return whole ? (object)(int)number : number;
    }

    public override JsonNode Show(object value) => value is int number ? JsonValue.Create(number) : JsonValue.Create((double)value);

    public override JsonElement FromText(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Json(number.ToString("R", CultureInfo.InvariantCulture))
            : Text(text);

    private string Word => whole ? "whole number" : "number";

    private string Bounds => string.Create(
        CultureInfo.InvariantCulture, $"This must be a {Word} {(aboveMin ? "greater than" : "from")} {min} {(aboveMin ? "and at most" : "to")} {max}.");
}
