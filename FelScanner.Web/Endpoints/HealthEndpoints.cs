using FelScanner.Core.Jobs;
using FelScanner.Core.Ports;
using FelScanner.Web.Live;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>GET /health/live: the process answers. GET /health/ready: database and jobs are ready, nothing else, so that a service that is down never restarts the container.</summary>
internal static partial class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health/live", ["GET", "HEAD"], (HttpContext context, AppFacts facts) =>
        {
            // An open page asks here after a lost connection, and reloads when the program was updated or restarted.
            context.Response.Headers[AppFacts.VersionHeader] = facts.Version;
            context.Response.Headers[AppFacts.RunHeader] = facts.Run;
            return Results.Text("live");
        }).ExcludeFromDescription();
        routes.MapMethods("/health/ready", ["GET", "HEAD"], ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(
        INotebook notebook, IJobs jobs, IHostApplicationLifetime lifetime, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (!lifetime.ApplicationStarted.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested)
            return NotReady("The server is starting or stopping.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await notebook.ReadAsync("ready", patience.Token).ConfigureAwait(false);
            return (await jobs.ListAsync(patience.Token).ConfigureAwait(false)).Count > 0 ? Results.Text("ready") : NotReady("The jobs are not scheduled yet.");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the database or the scheduler throws is the very answer to this question.
            LogNotReady(loggers.CreateLogger("FelScanner.Health"), fault);
            return NotReady("The database or the jobs do not answer; the log tells why.");
        }
    }

    private static IResult NotReady(string sentence) => Problems.Result(StatusCodes.Status503ServiceUnavailable, sentence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready.")]
    private static partial void LogNotReady(ILogger logger, Exception exception);
}
