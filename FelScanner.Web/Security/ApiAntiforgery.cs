using FelScanner.Core.Settings;
using Microsoft.AspNetCore.Antiforgery;

namespace FelScanner.Web.Security;

/// <summary>
/// A browser's session alone changes nothing over the API: it needs the antiforgery token in the RequestVerificationToken header,
/// and the request must not come from another site's page. Keys are sent on purpose and need neither.
/// </summary>
internal sealed class ApiAntiforgery(RequestDelegate next, IAntiforgery antiforgery, ISettings settings)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (await FaultOf(context).ConfigureAwait(false) is { } sentence)
            await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, sentence).ConfigureAwait(false);
        else
            await next(context).ConfigureAwait(false);
    }

    private async ValueTask<string?> FaultOf(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return null;
        if (Person.Of(context.User) is not { MayBrowse: true } person || request.Path.StartsWithSegments(HubGuard.Hub, StringComparison.OrdinalIgnoreCase))
            return null;
        if (SameOrigin.IsForeign(request, settings.Current.Access.PublicUrl))
            return "This call comes from another site's page.";
        return person.Kind == PersonKind.Demo || !Doors.IsForMachines(request.Path) || await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false)
            ? null
            : "Send the token of GET /api/access/antiforgery in the RequestVerificationToken header, or use an API key.";
    }
}
