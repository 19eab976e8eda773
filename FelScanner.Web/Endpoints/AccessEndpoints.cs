using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Web.Endpoints.Shapes;
using FelScanner.Web.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace FelScanner.Web.Endpoints;

/// <summary>/api/access: sessions, named keys, the generated key and the password. Only the signed-in owner gets here, never a key.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder api)
    {
        var access = api.MapGroup("/access").WithTags("Access");
        access.MapGet("/antiforgery", Token).WithSummary("The token that a browser's session needs for every change.");
        access.MapGet("/sessions", SessionsAsync).WithSummary("Signed-in browsers.");
        access.MapDelete("/sessions/{id}", RevokeSessionAsync).Produces(204).ProducesProblem(404).WithSummary("Ends a session and its open pages.");
        access.MapPost("/sessions/revoke-others", RevokeOthersAsync).WithSummary("Ends every session but this one.");
        access.MapGet("/keys", KeysAsync).WithSummary("Named API keys, without the keys.");
        access.MapPost("/keys", AddKeyAsync).Produces<NewApiKeyShape>(201).ProducesProblem(400).WithSummary("A new key (access: read or full); told this once.");
        access.MapDelete("/keys/{id:long}", RevokeKeyAsync).Produces(204).ProducesProblem(404).WithSummary("Ends a key.");
        access.MapPost("/api-key/reveal", RevealAsync).Produces<KeyShape>().ProducesProblem(403).ProducesProblem(429).WithSummary("The generated key, after the password.");
        access.MapPost("/api-key/regenerate", RegenerateAsync).Produces<KeyShape>().ProducesProblem(403).ProducesProblem(409).ProducesProblem(429).WithSummary("A new generated key, after the password.");
        access.MapPost("/password", ChangePasswordAsync).Produces(204).ProducesProblem(400).ProducesProblem(403).WithSummary("A new password; every other session ends.");
        access.MapGet("/webhooks", Webhooks).WithSummary("The addresses to give to Plex and Radarr.");
    }

    private static AntiforgeryShape Token(HttpContext context, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return new AntiforgeryShape(tokens.HeaderName ?? "RequestVerificationToken", tokens.RequestToken ?? "");
    }

    private static async Task<IReadOnlyList<SessionShape>> SessionsAsync(HttpContext context, Sessions sessions, CancellationToken cancellationToken)
    {
        var own = Person.Of(context.User)?.SessionId;
        return [.. (await sessions.ListAsync(cancellationToken).ConfigureAwait(false)).Select(row => SessionShape.Of(row, own))];
    }

    private static async Task<IResult> RevokeSessionAsync(string id, Sessions sessions, CancellationToken cancellationToken) =>
        await sessions.RevokeAsync(id, cancellationToken).ConfigureAwait(false)
            ? Results.NoContent()
            : Problems.Result(StatusCodes.Status404NotFound, "There is no such session.");

    private static async Task<RevokedShape> RevokeOthersAsync(HttpContext context, Sessions sessions, CancellationToken cancellationToken) =>
        new(await sessions.RevokeOthersAsync(Person.Of(context.User)?.SessionId, cancellationToken).ConfigureAwait(false));

    private static async Task<IReadOnlyList<ApiKeyShape>> KeysAsync(ApiKeys keys, CancellationToken cancellationToken) =>
        [.. (await keys.ListAsync(cancellationToken).ConfigureAwait(false)).Select(ApiKeyShape.Of)];

    private static async Task<IResult> AddKeyAsync(NewApiKeyBody body, ApiKeys keys, CancellationToken cancellationToken)
    {
        if (body.Name?.Trim() is not { Length: > 0 and <= 64 } name)
            return Problems.Result(StatusCodes.Status400BadRequest, "name is missing: 1 to 64 characters that tell what uses the key.");
        if (body.Access is not ("read" or "full"))
            return Problems.Result(StatusCodes.Status400BadRequest, "access is read or full.");
        var made = await keys.AddAsync(name, body.Access == "full" ? ApiKeyScope.Full : ApiKeyScope.Read, cancellationToken).ConfigureAwait(false);
        return Results.Json(new NewApiKeyShape(made.Row.Id, name, body.Access, made.Key), ApiJson.Default.NewApiKeyShape, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> RevokeKeyAsync(long id, ApiKeys keys, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(id, cancellationToken).ConfigureAwait(false) ? Results.NoContent() : Problems.Result(StatusCodes.Status404NotFound, "There is no such key.");

    private static Task<IResult> RevealAsync(PasswordBody body, HttpContext context, OwnerKey key, CancellationToken cancellationToken) =>
        AfterPasswordAsync(body.Password, context, key, () => Task.FromResult(Results.Json(new KeyShape(key.Reveal()), ApiJson.Default.KeyShape)), cancellationToken);

    private static Task<IResult> RegenerateAsync(PasswordBody body, HttpContext context, OwnerKey key, CancellationToken cancellationToken) =>
        AfterPasswordAsync(body.Password, context, key, async () =>
            await key.RegenerateAsync(cancellationToken).ConfigureAwait(false) is { } fault
                ? Problems.Result(StatusCodes.Status409Conflict, fault)
                : Results.Json(new KeyShape(key.Reveal()), ApiJson.Default.KeyShape), cancellationToken);

    private static Task<IResult> ChangePasswordAsync(
        NewPasswordBody body, HttpContext context, OwnerKey key, Owner owner, Sessions sessions, CancellationToken cancellationToken) =>
        AfterPasswordAsync(body.Password, context, key, async () =>
        {
            // The account's own name: a trusted proxy may call its person something else.
            if (Person.Of(context.User) is not { } person || await owner.NameAsync(cancellationToken).ConfigureAwait(false) is not { } name)
                return Problems.Result(StatusCodes.Status403Forbidden, "Nobody is signed in.");
            if (Owner.FaultOfNext(name, body.NewPassword ?? "") is { } fault)
                return Problems.Result(StatusCodes.Status400BadRequest, fault);
            await owner.ChangePasswordAsync(name, body.NewPassword ?? "", cancellationToken).ConfigureAwait(false);
            await sessions.RevokeOthersAsync(person.SessionId, cancellationToken).ConfigureAwait(false);
            return Results.NoContent();
        }, cancellationToken);

    private static async Task<IResult> AfterPasswordAsync(string? password, HttpContext context, OwnerKey key, Func<Task<IResult>> then, CancellationToken cancellationToken)
    {
        var check = await key.CheckAsync(Person.Of(context.User), password ?? "", context.Connection.RemoteIpAddress, cancellationToken).ConfigureAwait(false);
        if (check is PasswordCheck.Wait wait)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.Time.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return check switch
        {
            PasswordCheck.Right => await then().ConfigureAwait(false),
            PasswordCheck.Wait => Problems.Result(StatusCodes.Status429TooManyRequests, "Too many wrong passwords: wait a moment."),
            _ => Problems.Result(StatusCodes.Status403Forbidden, "The password is wrong."),
        };
    }

    private static WebhookAddressShape Webhooks(HttpContext context, ISettings settings)
    {
        var own = settings.Current.Access.PublicUrl.TrimEnd('/') is { Length: > 0 } given ? given : $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        return new WebhookAddressShape($"{own}/api/webhooks/plex/{settings.IncomingWebhookSecret}", $"{own}/api/webhooks/radarr/{settings.IncomingWebhookSecret}");
    }
}
