using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Web.Endpoints.Export;
using FelScanner.Web.Endpoints.Shapes;
using Microsoft.AspNetCore.Mvc;

namespace FelScanner.Web.Endpoints;

/// <summary>GET /api/library and its exports.</summary>
internal static class LibraryEndpoints
{
    private const int MostScans = 1000;

    public static void MapLibrary(this IEndpointRouteBuilder api)
    {
        api.MapGet("/library", ListAsync).Produces<PageShape<FilmShape>>().ProducesProblem(400).WithTags("Library").WithSummary("Films with every copy; filter takes words with commas between them.");
        api.MapGet("/library/export", Export).Produces<IReadOnlyList<FilmShape>>().ProducesProblem(400).WithTags("Library").WithSummary("The library, or what a filter leaves of it, as csv (one row a copy) or json.");
        api.MapGet("/library/scans/export", ScansAsync).ProducesProblem(400).WithTags("Library").WithSummary("The last readings of the library as csv or json.");
    }

    private static async Task<IResult> ListAsync(
        BrowseLibrary library, CancellationToken cancellationToken, string? filter = null, string? q = null, int? page = null, [FromQuery(Name = "page_size")] int? pageSize = null)
    {
        if (Paging.Read(page, pageSize) is not var (number, size))
            return Paging.Fault();
        var found = await library.PageAsync(Wanted(filter, q), number, size, cancellationToken).ConfigureAwait(false);
        return Results.Json(PageShape<FilmShape>.Of(found, FilmShape.Of), ApiJson.Default.PageShapeFilmShape);
    }

    private static IResult Export(HttpContext context, ILibrary library, BrowseLibrary browse, CancellationToken cancellationToken, string? format = null, bool? bom = null, string? filter = null, string? q = null)
    {
        if (ExportForm.Of(format, bom) is not { } form)
            return ExportForm.Fault();
        var wanted = Wanted(filter, q);
        var films = wanted == new LibraryFilter()
            ? library.EachAsync(cancellationToken)
            : EveryPage.OfAsync((page, size, token) => browse.PageAsync(wanted, page, size, token), cancellationToken);
        if (form.IsCsv)
            return new ExportTable<(FilmShape, OwnedCopyShape?)>("library", LibraryColumns.All, LibraryColumns.RowsAsync(films, cancellationToken), form);
        context.Response.Headers.ContentDisposition = "attachment; filename=felscanner-library.json";
        return Results.Json(LibraryColumns.ShapesAsync(films, cancellationToken), ApiJson.Default.IAsyncEnumerableFilmShape);
    }

    private static async Task<IResult> ScansAsync(ILibrary library, CancellationToken cancellationToken, string? format = null, bool? bom = null) =>
        ExportForm.Of(format, bom) is { } form
            ? new ExportTable<ScanRecord>("scans", LibraryColumns.Scans, (await library.ScansAsync(MostScans, cancellationToken).ConfigureAwait(false)).ToAsyncEnumerable(), form)
            : ExportForm.Fault();

    private static LibraryFilter Wanted(string? filter, string? q) =>
        new(string.IsNullOrWhiteSpace(filter) ? null : filter.Trim(), string.IsNullOrWhiteSpace(q) ? null : q.Trim());
}
