using FelScanner.Web.Cli;

namespace FelScanner.Web.Security;

/// <summary>While there is no account, sign-in leads to set-up; once there is one, set-up leads to sign-in and its form is refused for good.</summary>
internal sealed class SetupGate(RequestDelegate next, ServerOptions server, Owner owner)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var (setup, login) = (request.Path.StartsWithSegments("/setup"), request.Path.StartsWithSegments("/login"));
        if (server.Demo || !(setup || login))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var exists = await owner.ExistsAsync(context.RequestAborted).ConfigureAwait(false);
        if (setup && exists && HttpMethods.IsPost(request.Method))
            await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "Set-up is over: the owner's account exists. Sign in at /login.").ConfigureAwait(false);
        else if (setup && exists)
            context.Response.Redirect(request.PathBase + (Person.Of(context.User) is null ? "/login" : "/"));
        else if (login && !exists)
            context.Response.Redirect(request.PathBase + "/setup");
        else
            await next(context).ConfigureAwait(false);
    }
}
