using System.Net;
using System.Net.Sockets;

namespace FelScanner.Core.Domain.Downloads;

/// <summary>
/// Which addresses this program never connects to: link-local, unspecified, multicast, broadcast and the metadata services of clouds, in any spelling.
/// Loopback and private networks are allowed: that is where the owner's services live.
/// </summary>
public static class OutboundPolicy
{
    // AWS (fd00:ec2::254), Alibaba, Azure's wire server, Oracle; the others are link-local anyway.
    private static readonly HashSet<IPAddress> Metadata =
    [
        IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("fd20:ce::254"), IPAddress.Parse("100.100.100.200"),
        IPAddress.Parse("168.63.129.16"), IPAddress.Parse("192.0.0.192"),
    ];

    /// <summary>Why the address is refused, in a word or two; null when it is allowed.</summary>
    public static string? Refusal(IPAddress address)
    {
        var plain = Unwrap(address);
        if (Metadata.Contains(plain))
            return "a metadata address";
        return plain.AddressFamily == AddressFamily.InterNetwork ? RefusalOfV4(plain.GetAddressBytes()) : RefusalOfV6(plain);
    }

    /// <summary>The same for an address written as a literal or as a name; a name is judged again when it is resolved.</summary>
    public static string? Refusal(Uri address) => address switch
    {
        { Scheme: not ("http" or "https") } => "not an http address",
        _ when IPAddress.TryParse(address.DnsSafeHost.TrimEnd('.'), out var literal) => Refusal(literal),
        _ when address.DnsSafeHost.TrimEnd('.').Equals("metadata.google.internal", StringComparison.OrdinalIgnoreCase) => "a metadata address",
        _ => null,
    };

    private static string? RefusalOfV4(byte[] bytes) => bytes switch
    {
        [169, 254, ..] => "a link-local or metadata address",
        [0, ..] => "the unspecified address",
        [>= 224, ..] => "a multicast or broadcast address",
        _ => null,
    };

    private static string? RefusalOfV6(IPAddress address) => address switch
    {
        { IsIPv6LinkLocal: true } => "a link-local address",
        { IsIPv6Multicast: true } => "a multicast address",
        _ when address.Equals(IPAddress.IPv6Any) => "the unspecified address",
        _ => null,
    };

    // An IPv4 address may hide in ::ffff:a.b.c.d, ::a.b.c.d, 64:ff9b::a.b.c.d (NAT64) and 2002:abcd:: (6to4).
    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes switch
        {
            [0x20, 0x02, ..] => new IPAddress(bytes.AsSpan(2, 4)),
            [0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ..] => new IPAddress(bytes.AsSpan(12, 4)),
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ..] when bytes[12] != 0 => new IPAddress(bytes.AsSpan(12, 4)),
            _ => address.ScopeId == 0 ? address : new IPAddress(bytes),
        };
    }
}

/// <summary>The address is one that this program never connects to.</summary>
internal sealed class OutboundRefusedException(string host, string why) : Exception($"{host} is {why}.")
{
    public string Host { get; } = host;

    public string Why { get; } = why;
}
