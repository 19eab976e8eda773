using System.Net;
using FelScanner.Core.Settings;

namespace FelScanner.Web.Security;

/// <summary>
/// Who a trusted reverse proxy says is asking, in the header that <c>proxy_user_header</c> names. Believed from senders in
/// <c>trusted_proxies</c> alone, by the socket's own address; from anybody else the header means nothing.
/// </summary>
internal sealed class ProxySignIn(ISettings settings)
{
    private const int LongestName = 64;

    public bool IsOn => settings.Current.Access is { ProxyUserHeader.Length: > 0, TrustedProxies.Count: > 0 };

    /// <summary>Null when no trusted proxy names anybody, or names several.</summary>
    public string? NameIn(HttpContext context)
    {
        var access = settings.Current.Access;
        if (!IsOn || context.Items[TrustedProxies.DirectPeer] is not IPAddress peer || !Covers(access.TrustedProxies, peer))
            return null;
        return context.Request.Headers[access.ProxyUserHeader] is [{ } said] && said.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(sign => char.IsControl(sign) || sign == ',')
            ? name
            : null;
    }

    /// <summary>True when one of the addresses or ranges holds this one; an IPv4 address in IPv6 clothes is itself.</summary>
    internal static bool Covers(IReadOnlyList<string> names, IPAddress peer)
    {
        var own = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        return names.Select(name => name.Trim()).Any(name => IPAddress.TryParse(name, out var address)
            ? address.Equals(own) || (address.IsIPv4MappedToIPv6 && address.MapToIPv4().Equals(own))
            : System.Net.IPNetwork.TryParse(name, out var network) && network.Contains(own));
    }
}
