using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>Gives the framework's own empty 4xx answers (no such address, wrong method, wrong type) the same problem details as ours.</summary>
internal sealed class ApiProblems(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context).ConfigureAwait(false);
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentLength > 0 || response.ContentType is not null || !Doors.IsForMachines(context.Request.Path))
            return;
        await Problems.WriteAsync(context, response.StatusCode, SentenceOf(response.StatusCode)).ConfigureAwait(false);
    }

    private static string SentenceOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address: /openapi/v1.json lists every call.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method: the Allow header names those it takes.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as JSON, with Content-Type: application/json.",
        _ => "The request could not be answered.",
    };
}
