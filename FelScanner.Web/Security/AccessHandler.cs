using System.Text.Encodings.Web;
using FelScanner.Web.Cli;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FelScanner.Web.Security;

/// <summary>Finds out who asks: the demo's visitor, a program by its key, or the owner's browser by its session. A wrong key is refused even beside a good cookie.</summary>
internal sealed class AccessHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ServerOptions server, Callers callers)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private static readonly Person Visitor = new("Demo", PersonKind.Demo, MayWrite: true, SessionId: null);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<PublicAsset>() is not null)
            return AuthenticateResult.NoResult();
        if (server.Demo)
            return Success(Visitor);
        var person = await callers.WhoAsync(Context, Context.RequestAborted).ConfigureAwait(false);
        return person is null ? AuthenticateResult.NoResult() : Success(person);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Doors.IsForMachines(Request.Path) || !(HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)))
            await Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, $"Sign in, or send an API key in the {ApiKeys.Header} header.").ConfigureAwait(false);
        else if (await callers.OwnerExistsAsync(Context.RequestAborted).ConfigureAwait(false))
            Response.Redirect($"{Request.PathBase}/login{ReturnTo()}");
        else
            Response.Redirect($"{Request.PathBase}/setup");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, "This key may not do that: a read-only key only reads, and no key may use the pages or change who has access.");

    private string ReturnTo() => Request.Path == "/" ? "" : QueryString.Create("returnUrl", Request.Path + Request.QueryString).Value ?? "";

    private AuthenticateResult Success(Person person) => AuthenticateResult.Success(new AuthenticationTicket(person.ToPrincipal(), Scheme.Name));
}

/// <summary>Who sends a request, by its key, a trusted proxy's word, or its cookie.</summary>
internal sealed class Callers(ApiKeys keys, Sessions sessions, Owner owner, ProxySignIn proxy)
{
    public async Task<Person?> WhoAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Headers.TryGetValue(ApiKeys.Header, out var key))
            return await keys.WhoAsync(key.ToString(), cancellationToken).ConfigureAwait(false);
        // Until there is an account, everybody is led to set-up, the proxy's people too.
        if (proxy.NameIn(context) is { } person && await owner.ExistsAsync(cancellationToken).ConfigureAwait(false))
            return new Person(person, PersonKind.Owner, MayWrite: true, SessionId: null);
        return await sessions.OfAsync(context, cancellationToken).ConfigureAwait(false) is { } session
            && await owner.NameAsync(cancellationToken).ConfigureAwait(false) is { } name
            ? new Person(name, PersonKind.Owner, MayWrite: true, session.IdHash)
            : null;
    }

    public ValueTask<bool> OwnerExistsAsync(CancellationToken cancellationToken) => owner.ExistsAsync(cancellationToken);
}
