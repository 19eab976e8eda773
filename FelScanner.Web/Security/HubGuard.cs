using FelScanner.Core.Settings;

namespace FelScanner.Web.Security;

/// <summary>
/// Closes the live connection of the pages (<c>/_blazor</c>) to other sites' pages: CORS does not cover WebSockets, so the origin is checked here, in the demo too.
/// </summary>
internal sealed class HubGuard(RequestDelegate next, ISettings settings)
{
    internal const string Hub = "/_blazor";

    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase) && SameOrigin.IsForeign(context.Request, settings.Current.Access.PublicUrl)
            ? Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "This connection is only for FelScanner's own pages.")
            : next(context);
}
