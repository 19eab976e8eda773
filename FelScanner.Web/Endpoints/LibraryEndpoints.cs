using System.Globalization;
using System.Text;
using FelScanner.Core.Ports;
using FelScanner.Web.Endpoints.Shapes;
using FelScanner.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace FelScanner.Web.Endpoints;

/// <summary>GET /api/library and its export.</summary>
internal static class LibraryEndpoints
{
    private const string CsvHeader =
        "id,title,year,tmdb_id,imdb_id,path,library,resolution,dv_profile,el,evidence,hdr,atmos,audio,source,bytes,bitrate_kbps";

    public static void MapLibrary(this IEndpointRouteBuilder api)
    {
        api.MapGet("/library", ListAsync).Produces<PageShape<FilmShape>>().ProducesProblem(400).WithTags("Library").WithSummary("Films with every copy.");
        api.MapGet("/library/export", ExportAsync).Produces<IReadOnlyList<FilmShape>>().ProducesProblem(400).WithTags("Library").WithSummary("The whole library as csv (one row a copy) or json.");
    }

    private static async Task<IResult> ListAsync(
        ILibrary library, CancellationToken cancellationToken, string? filter = null, string? q = null, int? page = null, [FromQuery(Name = "page_size")] int? pageSize = null)
    {
        if (Paging.Read(page, pageSize) is not var (number, size))
            return Paging.Fault();
        var wanted = new LibraryFilter(string.IsNullOrWhiteSpace(filter) ? null : filter.Trim(), string.IsNullOrWhiteSpace(q) ? null : q.Trim());
        var found = await library.PageAsync(wanted, number, size, cancellationToken).ConfigureAwait(false);
        return Results.Json(PageShape<FilmShape>.Of(found, FilmShape.Of), ApiJson.Default.PageShapeFilmShape);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, ILibrary library, CancellationToken cancellationToken, string? format = "json")
    {
        if (format is not ("csv" or "json"))
            return Problems.Result(StatusCodes.Status400BadRequest, "format is csv or json.");
        var films = (await library.AllAsync(cancellationToken).ConfigureAwait(false)).Select(FilmShape.Of).ToList();
        context.Response.Headers.ContentDisposition = $"attachment; filename=felscanner-library.{format}";
        return format == "json"
            ? Results.Json(films, ApiJson.Default.IReadOnlyListFilmShape)
            : Results.Text(Csv(films), "text/csv", Encoding.UTF8);
    }

    private static string Csv(IReadOnlyList<FilmShape> films)
    {
        var csv = new StringBuilder(CsvHeader).Append("\r\n");
        foreach (var film in films)
        {
            foreach (var copy in film.Copies.DefaultIfEmpty())
                csv.AppendJoin(',', Cells(film, copy).Select(Cell)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static object?[] Cells(FilmShape film, OwnedCopyShape? copy) =>
    [
        film.Id, film.Title, film.Year, film.TmdbId, film.ImdbId,
        copy?.Path, copy?.Library, copy?.Resolution, copy?.DvProfile, copy?.El, copy?.Evidence, copy?.Hdr,
        copy?.Atmos switch { true => "true", false => "false", null => null },
        copy?.Audio, copy?.Source, copy?.Bytes, copy?.BitrateKbps,
    ];

    /// <summary>RFC 4180; a text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP CSV Injection).</summary>
    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is string && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
