using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Jobs;
using FelScanner.Core.Ports;
using FelScanner.Web.Endpoints.Shapes;
using FelScanner.Web.Hosting;

namespace FelScanner.Web.Endpoints;

/// <summary>GET /api/status and GET /api/health.</summary>
internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder api)
    {
        api.MapGet("/status", StatusAsync).WithTags("Status").WithSummary("Version, uptime, counts and the next run of every job.");
        api.MapGet("/health", (IFindings findings) => (IReadOnlyList<FindingShape>)[.. findings.Now.Select(FindingShape.Of)])
            .WithTags("Status").WithSummary("What is not as it should be, each with its remedy. Empty when all is well.");
    }

    private static async Task<StatusShape> StatusAsync(
        ServerFacts facts, ILibrary library, IRequests requests, IJobs jobs, CancellationToken cancellationToken)
    {
        var films = await library.CountsAsync(cancellationToken).ConfigureAwait(false);
        var open = await requests.InAsync([RequestStatus.Pending, RequestStatus.Adding, RequestStatus.Downloading], cancellationToken).ConfigureAwait(false);
        var pending = open.Count(request => request.Status == RequestStatus.Pending);
        var list = await jobs.ListAsync(cancellationToken).ConfigureAwait(false);
        return new StatusShape(
            ServerFacts.Version,
            (long)facts.Uptime.TotalSeconds,
            new CountsShape(films.Films, films.Dv, films.Fel, films.MaybeFel, films.Mel, films.Atmos, pending, open.Count - pending),
            list.ToDictionary(job => job.Id, job => job.NextRun));
    }
}
