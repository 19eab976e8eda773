using FelScanner.Core.Jobs;
using FelScanner.Web.Endpoints.Shapes;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>GET /api/jobs and POST /api/jobs/{id}/run.</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", ListAsync).WithTags("Jobs").WithSummary("Every job with schedule, last and next run.");
        api.MapPost("/jobs/{id}/run", RunAsync).Produces<JobRunShape>().ProducesProblem(404)
            .WithTags("Jobs").WithSummary("Runs a job now and waits for its end; a run already under way is joined.");
    }

    private static async Task<IReadOnlyList<JobShape>> ListAsync(IJobs jobs, CancellationToken cancellationToken) =>
        [.. (await jobs.ListAsync(cancellationToken).ConfigureAwait(false)).Select(ShapeOf)];

    private static JobShape ShapeOf(JobInfo job) =>
        new(job.Id, job.Name, job.Schedule, job.Running, job.Running ? job.Progress?.Percent : null, job.LastRun, job.LastResult, job.NextRun);

    private static async Task<IResult> RunAsync(string id, IJobs jobs, CancellationToken cancellationToken) =>
        await jobs.RunAsync(id, cancellationToken).ConfigureAwait(false) is { } run
            ? Results.Json(new JobRunShape(run.Id, run.Succeeded, run.Message, run.DurationMs), ApiJson.Default.JobRunShape)
            : Problems.Result(StatusCodes.Status404NotFound, $"There is no job '{(id.Length > 40 ? id[..40] : id)}': GET /api/jobs lists them.");
}
