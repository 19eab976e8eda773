using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Web.Endpoints.Export;
using FelScanner.Web.Endpoints.Shapes;
using FelScanner.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace FelScanner.Web.Endpoints;

/// <summary>The requests: those that wait, the two decisions, what runs, what was.</summary>
internal static class DownloadEndpoints
{
    public static void MapDownloads(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/download").WithTags("Downloads");
        group.MapGet("/pending", PendingAsync).WithSummary("Requests that wait for a decision, and those queued behind them.");
        group.MapPost("/approve", ApproveAsync).Produces<DecisionShape>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(502).ProducesProblem(507)
            .WithSummary("Yes: exactly one download. The first decision counts.");
        group.MapPost("/decline", DeclineAsync).Produces<DecisionShape>().ProducesProblem(404).ProducesProblem(409)
            .WithSummary("No: never asked again.");
        group.MapGet("/active", ActiveAsync).WithSummary("Running downloads as qBittorrent says them.");
        group.MapGet("/history", HistoryAsync).Produces<PageShape<HistoryShape>>().ProducesProblem(400).WithSummary("Decisions and downloads, newest first.");
        group.MapGet("/history/export", ExportHistory).ProducesProblem(400).WithSummary("Decisions and downloads as csv or json.");
        api.MapGet("/activity/export", ExportActivity).ProducesProblem(400).WithTags("Downloads").WithSummary("Who did what, as csv or json.");
    }

    private static async Task<IReadOnlyList<PendingShape>> PendingAsync(IRequests requests, CancellationToken cancellationToken) =>
        [.. (await requests.InAsync([RequestStatus.Pending, RequestStatus.Queued], cancellationToken).ConfigureAwait(false)).Select(PendingShape.Of)];

    private static Task<IResult> ApproveAsync(DecisionBody body, HttpContext context, DecideRequest decide, CancellationToken cancellationToken) =>
        DecideAsync(body, context, (id, by) => decide.ApproveAsync(id, by, body.Force, body.Reason, cancellationToken));

    private static Task<IResult> DeclineAsync(DecisionBody body, HttpContext context, DecideRequest decide, CancellationToken cancellationToken) =>
        DecideAsync(body, context, (id, by) => decide.DeclineAsync(id, by, body.Reason, cancellationToken));

    private static async Task<IResult> DecideAsync(DecisionBody body, HttpContext context, Func<string, Decider, Task<Decision>> decide)
    {
        if (string.IsNullOrWhiteSpace(body.RequestId))
            return Problems.Result(StatusCodes.Status400BadRequest, "request_id is missing: GET /api/download/pending lists them.");
        if (body.Reason is { Length: > 500 })
            return Problems.Result(StatusCodes.Status400BadRequest, "reason has 500 characters at most.");
        if (Person.Of(context.User) is not { MayWrite: true } person)
            return Problems.Result(StatusCodes.Status403Forbidden, "This caller may not decide.");
        return DecisionAnswer.Of(await decide(body.RequestId.Trim(), new Decider(person.Name, person.Where)).ConfigureAwait(false));
    }

    private static async Task<IReadOnlyList<ActiveShape>> ActiveAsync(
        IRequests requests, IDownloadBoard board, ITorrentClient torrents, CancellationToken cancellationToken)
    {
        var running = await requests.InAsync([RequestStatus.Adding, RequestStatus.Downloading], cancellationToken).ConfigureAwait(false);
        var shared = board.Now.Where(download => download.Torrent is not null).ToDictionary(download => download.Request.RequestId, download => download.Torrent!);
        List<ActiveShape> active = [];
        foreach (var request in running.Where(request => request.TorrentHash is not null))
        {
            // A download that has only just begun is not on the shared snapshot yet.
            var torrent = shared.GetValueOrDefault(request.RequestId) ?? await torrents.FindAsync(request.TorrentHash!, cancellationToken).ConfigureAwait(false);
            if (torrent is not null)
                active.Add(ActiveShape.Of(request, torrent));
        }

        return active;
    }

    private static async Task<IResult> HistoryAsync(
        IRequests requests, CancellationToken cancellationToken, string? q = null, int? page = null, [FromQuery(Name = "page_size")] int? pageSize = null)
    {
        if (Paging.Read(page, pageSize) is not var (number, size))
            return Paging.Fault();
        var found = await requests.HistoryAsync(number, size, string.IsNullOrWhiteSpace(q) ? null : q.Trim(), cancellationToken).ConfigureAwait(false);
        return Results.Json(PageShape<HistoryShape>.Of(found, HistoryShape.Of), ApiJson.Default.PageShapeHistoryShape);
    }

    private static IResult ExportHistory(IRequests requests, CancellationToken cancellationToken, string? format = null, bool? bom = null, string? q = null)
    {
        if (ExportForm.Of(format, bom) is not { } form)
            return ExportForm.Fault();
        var rows = EveryPage.OfAsync((page, size, token) => requests.HistoryAsync(page, size, string.IsNullOrWhiteSpace(q) ? null : q.Trim(), token), cancellationToken);
        return new ExportTable<HistoryShape>("history", StoryColumns.History, rows.Select(HistoryShape.Of), form);
    }

    private static IResult ExportActivity(IActivity activity, CancellationToken cancellationToken, string? format = null, bool? bom = null, string? q = null)
    {
        if (ExportForm.Of(format, bom) is not { } form)
            return ExportForm.Fault();
        var rows = EveryPage.OfAsync((page, size, token) => activity.PageAsync(null, string.IsNullOrWhiteSpace(q) ? null : q.Trim(), page, size, token), cancellationToken);
        return new ExportTable<ActivityEntry>("activity", StoryColumns.Activity, rows, form);
    }
}
