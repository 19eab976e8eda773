namespace FelScanner.Web.Security;

/// <summary>Tells whether a browser made this request for one of our own pages. Other programs send neither header and are told apart by their key.</summary>
internal static class SameOrigin
{
    /// <summary>True when the browser says the request comes from another site's page, a sandboxed one ("null") included.</summary>
    /// <param name="request">The request with its headers.</param>
    /// <param name="publicUrl">Our own address as the owner's browsers see it, for a proxy that rewrites the Host header; may be empty.</param>
    public static bool IsForeign(HttpRequest request, string publicUrl)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site")
            return true;
        var origin = request.Headers.Origin;
        return origin.Count > 0 && !origin.All(value => Matches(value, request) || SameAuthority(value, publicUrl));
    }

    /// <summary>The scheme is left out of the comparison: behind a proxy that ends TLS and is not trusted, the browser says https where this program sees http.</summary>
    private static bool Matches(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is ("http" or "https")
        && string.Equals(AuthorityOf(page), WithoutDefaultPort(request.Host, page.Scheme), StringComparison.OrdinalIgnoreCase);

    private static bool SameAuthority(string? origin, string publicUrl) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && Uri.TryCreate(publicUrl, UriKind.Absolute, out var own)
        && string.Equals(page.Authority, own.Authority, StringComparison.OrdinalIgnoreCase);

    private static string AuthorityOf(Uri page) => page.IsDefaultPort ? page.Host : $"{page.Host}:{page.Port}";

    private static string WithoutDefaultPort(HostString host, string scheme) =>
        host.Port is { } port && port == (scheme == "https" ? 443 : 80) ? host.Host : host.Value ?? "";
}
