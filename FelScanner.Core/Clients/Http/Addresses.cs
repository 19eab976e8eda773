namespace FelScanner.Core.Clients.Http;

/// <summary>Addresses of services as people type them.</summary>
internal static class Addresses
{
    /// <summary>An absolute http address; a missing scheme is http. Null when it is none.</summary>
    public static Uri? Read(string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0)
            return null;
        if (!text.Contains("://", StringComparison.Ordinal))
            text = "http://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 ? address : null;
    }

    /// <summary>A path (with its query) under the service's address, whose own base path is kept.</summary>
    public static Uri Under(RemoteService service, string typed, string pathAndQuery)
    {
        var address = Read(typed) ?? throw Faults.NoAddress(service);
        return new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + pathAndQuery.TrimStart('/'));
    }

    public static string Escape(string value) => Uri.EscapeDataString(value);

    public static bool SameHost(Uri one, Uri other) => string.Equals(one.Host, other.Host, StringComparison.OrdinalIgnoreCase);
}
