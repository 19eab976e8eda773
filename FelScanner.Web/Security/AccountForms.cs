using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Web.Cli;

namespace FelScanner.Web.Security;

/// <summary>The plain forms: /login and, while there is no account, /setup take <c>username</c> and <c>password</c>; /logout ends the session.</summary>
internal static class AccountForms
{
    public static void MapAccountForms(this IEndpointRouteBuilder routes)
    {
        // The pages of the same address are Razor endpoints that take POST too: these come first.
        routes.MapPost("/login", LoginAsync).WithOrder(-1).ExcludeFromDescription();
        routes.MapPost("/setup", SetupAsync).WithOrder(-1).ExcludeFromDescription();
        routes.MapPost("/logout", LogoutAsync).WithOrder(-1).ExcludeFromDescription();
    }

    private static async Task<IResult> LoginAsync(
        HttpContext context, Owner owner, Sessions sessions, IActivity activity, ISettings settings, AccessHints hints, CancellationToken cancellationToken)
    {
        if (await FormOf(context, settings, cancellationToken).ConfigureAwait(false) is not { } form)
            return Foreign();
        var check = await owner.CheckAsync(form.Username, form.Password, context.Connection.RemoteIpAddress, cancellationToken).ConfigureAwait(false);
        await activity.AddAsync(EntryOf(check, form.Username, context), cancellationToken).ConfigureAwait(false);
        switch (check)
        {
            case PasswordCheck.Right:
                hints.SignedIn(context);
                await sessions.OpenAsync(context, cancellationToken).ConfigureAwait(false);
                return SeeOther(context, LocalOf(form.ReturnUrl));
            case PasswordCheck.Wait wait:
                var seconds = (int)Math.Ceiling(wait.Time.TotalSeconds);
                context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return BackTo(context, StatusCodes.Status429TooManyRequests, "/login?error=throttled", $"Too many wrong passwords. Try again in {seconds} seconds.");
            default:
                return BackTo(context, StatusCodes.Status401Unauthorized, "/login?error=wrong", "The user name or the password is wrong.");
        }
    }

    private static async Task<IResult> SetupAsync(
        HttpContext context, Owner owner, Sessions sessions, IActivity activity, ISettings settings, ServerOptions server, CancellationToken cancellationToken)
    {
        if (await FormOf(context, settings, cancellationToken).ConfigureAwait(false) is not { } form)
            return Foreign();
        if (server.Demo)
            return SeeOther(context, "/");
        if (Owner.FaultOf(form.Username, form.Password) is { } fault)
            return BackTo(context, StatusCodes.Status400BadRequest, form.Username.Trim().Length == 0 || form.Password.Length == 0 ? "/setup?error=missing" : "/setup?error=weak", fault);
        if (!await owner.CreateAsync(form.Username, form.Password, cancellationToken).ConfigureAwait(false))
            return Problems.Result(StatusCodes.Status403Forbidden, "Set-up is over: the owner's account exists. Sign in at /login.");
        await activity.AddAsync(new ActivityEntry("account", form.Username.Trim(), "web", "The owner's account was made."), cancellationToken).ConfigureAwait(false);
        await sessions.OpenAsync(context, cancellationToken).ConfigureAwait(false);
        return SeeOther(context, "/welcome");
    }

    private static async Task<IResult> LogoutAsync(HttpContext context, Sessions sessions, ISettings settings, CancellationToken cancellationToken)
    {
        if (SameOrigin.IsForeign(context.Request, settings.Current.Access.PublicUrl))
            return Foreign();
        await sessions.CloseAsync(context, cancellationToken).ConfigureAwait(false);
        return SeeOther(context, "/login");
    }

    private static ActivityEntry EntryOf(PasswordCheck check, string name, HttpContext context)
    {
        var who = check is PasswordCheck.Right right ? right.Name : name.Length > 64 ? name[..64] : name;
        var from = context.Connection.RemoteIpAddress;
        return check is PasswordCheck.Right
            ? new ActivityEntry("sign_in", who, "web", $"Signed in from {from}.")
            : new ActivityEntry("sign_in_refused", who, "web", $"A sign-in from {from} was refused.");
    }

    /// <summary>Null when another site's page sent the form. Programs send no Origin and have no cookie to misuse.</summary>
    private static async Task<Form?> FormOf(HttpContext context, ISettings settings, CancellationToken cancellationToken)
    {
        if (SameOrigin.IsForeign(context.Request, settings.Current.Access.PublicUrl))
            return null;
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("Send username and password as a form.");
        var form = await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        return new Form(form["username"].ToString(), form["password"].ToString(), context.Request.Query["returnUrl"].ToString());
    }

    private static IResult Foreign() => Problems.Result(StatusCodes.Status403Forbidden, "This form was sent by another site's page.");

    /// <summary>Only a path of ours: "//host" and "/\host" would leave it.</summary>
    internal static string LocalOf(string path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\') && !path.Any(char.IsControl) ? path : "/";

    private static SeeOtherResult SeeOther(HttpContext context, string path) => new(context.Request.PathBase + path);

    /// <summary>The status tells programs; a browser is led back to the form, which says the same in words.</summary>
    private static IResult BackTo(HttpContext context, int status, string path, string sentence)
    {
        var encode = System.Text.Encodings.Web.HtmlEncoder.Default;
        var target = encode.Encode(context.Request.PathBase + path);
        var html = $"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={target}"><title>FelScanner</title></head>
            <body><p>{encode.Encode(sentence)} <a href="{target}">Back</a></p></body></html>
            """;
        return Results.Content(html, "text/html; charset=utf-8", statusCode: status);
    }

    private sealed record Form(string Username, string Password, string ReturnUrl);

    private sealed class SeeOtherResult(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}
