using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Web.Endpoints.Export;
using FelScanner.Web.Endpoints.Shapes;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>GET and POST /api/releases.</summary>
internal static class ReleaseEndpoints
{
    private static readonly string[] Verdicts = ["notify", "skip", "unsure", "error"];

    public static void MapReleases(this IEndpointRouteBuilder api)
    {
        api.MapGet("/releases", ListAsync).Produces<PageShape<ReleaseShape>>().ProducesProblem(400)
            .WithTags("Releases").WithSummary("Every release ever seen, newest first, with its verdict, reason and trace.");
        api.MapGet("/releases/export", Export).ProducesProblem(400)
            .WithTags("Releases").WithSummary("Every release, or what a filter leaves, as csv or json.");
        api.MapPost("/releases", TakeAsync).Produces<TakenShape>().ProducesProblem(400)
            .WithTags("Releases").WithSummary("One release, as a feed would bring it. The same release twice is one request.");
    }

    private static async Task<IResult> ListAsync(
        IReleases releases, CancellationToken cancellationToken, string? verdict = null, string? q = null, string? feed = null, int? page = null, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "page_size")] int? pageSize = null)
    {
        if (Paging.Read(page, pageSize) is not var (number, size))
            return Paging.Fault();
        if (!string.IsNullOrEmpty(verdict) && !Verdicts.Contains(verdict))
            return Problems.Result(StatusCodes.Status400BadRequest, $"verdict is one of {string.Join(", ", Verdicts)}.");
        var filter = new ReleaseFilter(Blank(verdict), Blank(q), Blank(feed));
        var found = await releases.PageAsync(filter, number, size, cancellationToken).ConfigureAwait(false);
        return Results.Json(PageShape<ReleaseShape>.Of(found, ReleaseShape.Of), ApiJson.Default.PageShapeReleaseShape);
    }

    private static IResult Export(
        IReleases releases, CancellationToken cancellationToken, string? format = null, bool? bom = null, string? verdict = null, string? q = null, string? feed = null)
    {
        if (ExportForm.Of(format, bom) is not { } form)
            return ExportForm.Fault();
        var filter = new ReleaseFilter(Blank(verdict), Blank(q), Blank(feed));
        var rows = EveryPage.OfAsync((page, size, token) => releases.PageAsync(filter, page, size, token), cancellationToken);
        return new ExportTable<JudgedRelease>("releases", StoryColumns.Releases, rows, form);
    }

    private static async Task<IResult> TakeAsync(ReleaseBody body, TakeRelease take, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Title))
            return Problems.Result(StatusCodes.Status400BadRequest, "title is missing: send the release's name.");
        if (body.Title.Length > 1000 || body.Size is < 0 || body.Seeders is < 0)
            return Problems.Result(StatusCodes.Status400BadRequest, "title has 1,000 characters at most; size and seeders are not negative.");
        var pushed = new PushedRelease(body.Title, body.Url, body.MagnetLink, body.Size, body.Seeders, body.Description, body.Feed);
        var taken = await take.RunAsync(pushed, cancellationToken).ConfigureAwait(false);
        return Results.Json(new TakenShape(taken.Status, taken.Reason, taken.RequestId), ApiJson.Default.TakenShape);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
