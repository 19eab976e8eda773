using System.Globalization;
using System.Text;
using FelScanner.Web.Endpoints.Shapes;

namespace FelScanner.Web.Endpoints.Export;

/// <summary>RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV Injection).</summary>
internal static class CsvText
{
    public static string Row(IEnumerable<object?> values) => new StringBuilder().AppendJoin(',', values.Select(Cell)).Append("\r\n").ToString();

    /// <summary>Numbers and times as every program reads them, whatever the machine's language.</summary>
    public static string Plain(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateTimeOffset moment => UtcTime.Text(moment),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Cell(object? value)
    {
        var text = Plain(value);
        if (value is string && text.AsSpan().TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..])
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
