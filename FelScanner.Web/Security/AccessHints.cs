using System.Net;
using System.Net.Sockets;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Web.Cli;

namespace FelScanner.Web.Security;

/// <summary>What the server noticed about the way people reach it.</summary>
internal sealed class AccessHints(TimeProvider time)
{
    /// <summary>The last sender of forwarded headers that is not trusted.</summary>
    public (IPAddress Peer, DateTimeOffset At)? Stranger { get; private set; }

    /// <summary>The last sign-in from outside the home's networks over plain HTTP.</summary>
    public (IPAddress From, DateTimeOffset At)? PlainSignIn { get; private set; }

    public void Forwarded(IPAddress peer) => Stranger = (peer, time.GetUtcNow());

    public void SignedIn(HttpContext context)
    {
        if (!context.Request.IsHttps && context.Connection.RemoteIpAddress is { } from && !IsAtHome(from))
            PlainSignIn = (from, time.GetUtcNow());
    }

    /// <summary>Loopback, the private ranges of RFC 1918 and RFC 4193, link-local, and the shared range of RFC 6598 that home VPNs use.</summary>
    internal static bool IsAtHome(IPAddress address)
    {
        var own = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (own.AddressFamily == AddressFamily.InterNetworkV6)
            return IPAddress.IsLoopback(own) || own.IsIPv6LinkLocal || own.IsIPv6UniqueLocal;
        var bytes = own.GetAddressBytes();
        return bytes[0] is 127 or 10 || (bytes[0], bytes[1]) is (192, 168) or (169, 254) or (172, >= 16 and <= 31) or (100, >= 64 and <= 127);
    }
}

/// <summary>Raises what is wrong with the way in: no account, a password that everybody knows or that was sent in the open, a proxy that nobody trusts.</summary>
internal sealed class WatchAccess(Owner owner, ServerOptions server, AccessHints hints, ISettings settings, AccessFindings findings) : IHealthWatch
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (server.Demo)
            return;
        findings.Put(
            "account.missing", !await owner.ExistsAsync(cancellationToken).ConfigureAwait(false), FindingSeverity.Error,
            "There is no account yet: whoever opens this program first owns it.", "Open it in a browser now and make the account, or set FELSCANNER_ADMIN_USER and FELSCANNER_ADMIN_PASSWORD.", "/setup");
        findings.Put(
            "account.password", await owner.HasCommonPasswordAsync(cancellationToken).ConfigureAwait(false), FindingSeverity.Warning,
            "The owner's password is one of those that are tried first.", "Choose another one: three or four words that do not belong together are easy to remember.", "/settings/access");
        Proxy();
        Plain();
    }

    /// <summary>Anybody may send that header, so without a public address it is a remark and no warning.</summary>
    private void Proxy()
    {
        var access = settings.Current.Access;
        var stranger = hints.Stranger is { } seen && findings.Age(seen.At) < Remembered && !ProxySignIn.Covers(access.TrustedProxies, seen.Peer) ? seen.Peer : null;
        findings.Put(
            "access.proxy", stranger is not null, access.PublicUrl.Length > 0 ? FindingSeverity.Warning : FindingSeverity.Info,
            $"A proxy at {stranger} forwards requests, but nobody trusts it: every visitor looks like that proxy, and HTTPS is not seen.", $"If it is yours, add {stranger} to trusted_proxies.", "/settings/access");
    }

    private void Plain()
    {
        var from = hints.PlainSignIn is { } seen && findings.Age(seen.At) < Remembered ? seen.From : null;
        findings.Put(
            "access.http", from is not null, FindingSeverity.Warning, $"Somebody signed in from {from} over plain HTTP: the password could be read on the way.",
            "Put a reverse proxy with HTTPS in front, close the port to the internet, and change the password.", "/settings/access");
    }
}

/// <summary>Raises or clears by one condition.</summary>
internal sealed class AccessFindings(IFindings findings, TimeProvider time)
{
    public TimeSpan Age(DateTimeOffset at) => time.GetUtcNow() - at;

    public void Put(string id, bool stands, FindingSeverity severity, string message, string remedy, string link)
    {
        if (stands)
            findings.Raise(id, severity, message, remedy, link);
        else
            findings.Clear(id);
    }
}
