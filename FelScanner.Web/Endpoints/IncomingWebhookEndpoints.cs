using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>POST /api/webhooks/{plex|radarr}/{secret}: a hint that the library changed. Nothing in the body is believed: what it names is read again from the service itself.</summary>
internal static class IncomingWebhookEndpoints
{
    private static readonly string[] FilesChanged = ["Download", "Rename", "MovieDelete", "MovieFileDelete"];

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
        var hint = WebhookHint.Read(payload, "event", "Metadata");
        if (hint.Word?.StartsWith("library.", StringComparison.Ordinal) != true || hint.Kind is not (null or "movie"))
            return Results.NoContent();
        // Most events name the film; one that does not is a reason to compare the whole list.
        if (hint.Key is { } key)
            hooks.FilmChanged(key);
        else
            hooks.LibraryChanged();
        return Results.NoContent();
    }

    private static async Task<IResult> RadarrAsync(string secret, HttpContext context, IncomingHooks hooks, CancellationToken cancellationToken)
    {
        if (!hooks.IsOurs(secret))
            return Stranger();
        var payload = await new StreamReader(context.Request.Body).ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var word = WebhookHint.Read(payload, "eventType", "movie").Word;
        if (word is "MovieAdded" || FilesChanged.Contains(word))
            hooks.RadarrChanged(filesToo: word is not "MovieAdded");
        return Results.NoContent();
    }

    private static IResult Stranger() => Problems.Result(StatusCodes.Status401Unauthorized, "The secret in this address is wrong: Settings, Access shows the whole address.");
}
