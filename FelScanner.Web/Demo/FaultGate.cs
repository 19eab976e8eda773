using Microsoft.AspNetCore.Http.Features;

namespace FelScanner.Web.Demo;

/// <summary>Lets one call pass, or meet its fault.</summary>
internal static class FaultGate
{
    public static Task PassAsync(HttpContext context, Fault? fault, TimeProvider time, RequestDelegate next, Func<HttpContext, int, Task> tooMany) => fault switch
    {
        null => next(context),
        Fault.Status status => context.AnswerAsync(status.Code, status.Body, status.ContentType),
        Fault.Html html => context.AnswerAsync(200, html.Body, "text/html; charset=utf-8"),
        Fault.TooMany many => tooMany(context, many.RetryAfterSeconds),
        Fault.Slow slow => SlowAsync(context, slow.Delay, time, next),
        Fault.Timeout => SilenceAsync(context),
        Fault.TimeoutAfterEffect => AfterEffectAsync(context, next, SilenceAsync),
        Fault.ResetAfterEffect => AfterEffectAsync(context, next, CutAsync),
        _ => CutAsync(context),
    };

    private static async Task SlowAsync(HttpContext context, TimeSpan delay, TimeProvider time, RequestDelegate next)
    {
        await Task.Delay(delay, time, context.RequestAborted);
        await next(context);
    }

    private static async Task AfterEffectAsync(HttpContext context, RequestDelegate next, Func<HttpContext, Task> end)
    {
        var wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var swallowed = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(swallowed));
        await next(context);
        context.Features.Set(wire);
        await end(context);
    }

    private static async Task SilenceAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private static Task CutAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
