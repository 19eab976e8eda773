using System.Text;
using System.Text.Json;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints.Export;

/// <summary>One column of an exported table; its name is the same in CSV and JSON.</summary>
internal sealed record ExportColumn<T>(string Name, Func<T, object?> Of);

/// <summary>
/// What a person takes away: any table as CSV or JSON, written row by row so that its size does not matter.
/// CSV is RFC 4180 in UTF-8; the byte order mark that Excel needs to read it as such comes only when it is asked for, because other programs stumble over it.
/// </summary>
internal sealed class ExportTable<T>(string name, IReadOnlyList<ExportColumn<T>> columns, IAsyncEnumerable<T> rows, ExportForm form) : IResult
{
    private const int FlushEvery = 200;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ContentDisposition = $"attachment; filename=felscanner-{name}.{form.Format}";
        response.ContentType = form.IsCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
        return form.IsCsv ? CsvAsync(response.Body, httpContext.RequestAborted) : JsonAsync(response.Body, httpContext.RequestAborted);
    }

    private async Task CsvAsync(Stream body, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(form.ByteOrderMark), bufferSize: 32 * 1024, leaveOpen: true);
        await text.WriteAsync(CsvText.Row(columns.Select(column => (object?)column.Name))).ConfigureAwait(false);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            await text.WriteAsync(CsvText.Row(columns.Select(column => column.Of(row)))).ConfigureAwait(false);
    }

    private async Task JsonAsync(Stream body, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(body);
        var written = 0;
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            json.WriteStartObject();
            foreach (var column in columns)
                Write(json, column.Name, column.Of(row));
            json.WriteEndObject();
            if (++written % FlushEvery == 0)
                await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int or long:
                json.WriteNumber(name, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, CsvText.Plain(value));
                break;
        }
    }
}

/// <summary>How a table is taken away.</summary>
internal sealed record ExportForm(string Format, bool ByteOrderMark)
{
    public bool IsCsv => Format == "csv";

    /// <summary>Null for a format that there is not.</summary>
    public static ExportForm? Of(string? format, bool? bom) => format is null or "csv" or "json" ? new(format ?? "json", bom ?? false) : null;

    public static IResult Fault() => Problems.Result(StatusCodes.Status400BadRequest, "format is csv or json.");
}
