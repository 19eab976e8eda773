namespace FelScanner.Web.Security;

/// <summary>Sets the protective headers on every answer, errors and static files included (OWASP Secure Headers; CSP level 3).</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // Radzen's components position themselves by style attributes: styles may be inline, scripts never.
    internal const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; frame-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (headers.CacheControl.Count == 0 && !IsAsset(context))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static bool IsAsset(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PublicAsset>() is not null;
}

/// <summary>Marks the static files, which are the same for everybody and may be cached.</summary>
internal sealed record PublicAsset;
