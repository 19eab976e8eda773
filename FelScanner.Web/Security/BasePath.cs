using FelScanner.Core.Settings;

namespace FelScanner.Web.Security;

/// <summary>Serves the program under <c>base_path</c>. A proxy may leave the prefix on or strip it: both reach the same page, and links carry it.</summary>
internal sealed class BasePath(RequestDelegate next, ISettings settings)
{
    // Of the start: pages that are open carry links with it.
    private readonly PathString _prefix = PrefixOf(settings.Current.Access.BasePath);

    public Task InvokeAsync(HttpContext context)
    {
        if (_prefix.HasValue)
        {
            if (context.Request.Path.StartsWithSegments(_prefix, out var rest))
                context.Request.Path = rest.HasValue ? rest : "/";
            context.Request.PathBase = _prefix;
        }

        return next(context);
    }

    /// <summary>"felscanner", "/felscanner" and "/felscanner/" are the same prefix; "" and "/" are none.</summary>
    internal static PathString PrefixOf(string setting) => setting.Trim().Trim('/') is { Length: > 0 } name ? new PathString("/" + name) : PathString.Empty;
}
