using System.Text.Json;
using FelScanner.Core.Jobs;
using FelScanner.Core.Settings;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>POST /api/webhooks/{plex|radarr}/{secret}: a hint that the library changed. Nothing in the body is believed: the library is read again.</summary>
internal static class IncomingWebhookEndpoints
{
    public static void MapIncomingWebhooks(this IEndpointRouteBuilder api)
    {
        api.MapPost("/webhooks/plex/{secret}", PlexAsync).DisableAntiforgery()
            .Produces(204).WithTags("Webhooks").WithSummary("Plex's webhook (multipart with a JSON payload).");
        api.MapPost("/webhooks/radarr/{secret}", RadarrAsync)
            .Produces(204).WithTags("Webhooks").WithSummary("Radarr's webhook (JSON).");
    }

    private static async Task<IResult> PlexAsync(string secret, HttpContext context, IncomingHooks hooks, CancellationToken cancellationToken)
    {
        if (!hooks.IsOurs(secret))
            return Stranger();
        var payload = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false))["payload"].ToString()
            : await new StreamReader(context.Request.Body).ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        return Take(hooks, WordOf(payload, "event") is { } happened && happened.StartsWith("library.", StringComparison.Ordinal));
    }

    private static async Task<IResult> RadarrAsync(string secret, HttpContext context, IncomingHooks hooks, CancellationToken cancellationToken)
    {
        if (!hooks.IsOurs(secret))
            return Stranger();
        var payload = await new StreamReader(context.Request.Body).ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        return Take(hooks, WordOf(payload, "eventType") is "Download" or "Rename" or "MovieAdded" or "MovieDelete" or "MovieFileDelete");
    }

    private static IResult Take(IncomingHooks hooks, bool libraryChanged)
    {
        if (libraryChanged)
            hooks.LibraryChanged();
        return Results.NoContent();
    }

    private static IResult Stranger() => Problems.Result(StatusCodes.Status401Unauthorized, "The secret in this address is wrong: Settings, Access shows the whole address.");

    private static string? WordOf(string json, string name)
    {
        try
        {
            using var payload = JsonDocument.Parse(json);
            return payload.RootElement.ValueKind == JsonValueKind.Object && payload.RootElement.TryGetProperty(name, out var word) && word.ValueKind == JsonValueKind.String
                ? word.GetString()
                : null;
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException("The payload is not JSON.", fault);
        }
    }
}

/// <summary>What the incoming webhooks set going.</summary>
internal sealed partial class IncomingHooks(ISettings settings, IJobs jobs, IHostApplicationLifetime lifetime, ILogger<IncomingHooks> logger)
{
    private int _hints;

    public bool IsOurs(string secret) => Digest.Same(settings.IncomingWebhookSecret, secret);

    /// <summary>Reads the library beside the caller; hints that come meanwhile are one more reading.</summary>
    public void LibraryChanged()
    {
        if (Interlocked.Increment(ref _hints) == 1)
            _ = ReadAsync(lifetime.ApplicationStopping);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            int hints;
            do
            {
                hints = Volatile.Read(ref _hints);
                await jobs.RunAsync("scan-library", cancellationToken).ConfigureAwait(false);
            }
            while (Interlocked.Add(ref _hints, -hints) > 0);
        }
        catch (Exception fault)
        {
            // Nobody waits for this: the next scan by schedule reads what this one could not.
            Interlocked.Exchange(ref _hints, 0);
            LogFailed(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The library could not be read after a webhook.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
