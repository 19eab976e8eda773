using System.Net;
using FelScanner.Core.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace FelScanner.Web.Security;

/// <summary>
/// Believes X-Forwarded-For, -Proto and -Host only from senders in <c>trusted_proxies</c>: the client is the rightmost address that is no trusted proxy.
/// Nobody is trusted by default, loopback included. Follows the settings while the server runs.
/// </summary>
internal sealed partial class TrustedProxies(RequestDelegate next, ISettings settings, AccessHints hints, ILoggerFactory loggers, ILogger<TrustedProxies> logger)
{
    private volatile Reading? _reading;

    public Task InvokeAsync(HttpContext context)
    {
        // The socket's own address, before anything may replace it.
        context.Items[DirectPeer] = context.Connection.RemoteIpAddress;
        if (context.Connection.RemoteIpAddress is { } peer && context.Request.Headers.ContainsKey("X-Forwarded-For") && !ProxySignIn.Covers(settings.Current.Access.TrustedProxies, peer))
            hints.Forwarded(peer);
        Now()?.ApplyForwarders(context);
        return next(context);
    }

    internal const string DirectPeer = "felscanner.direct-peer";

    private ForwardedHeadersMiddleware? Now()
    {
        var names = settings.Current.Access.TrustedProxies;
        var reading = _reading;
        if (reading is null || !reading.Names.SequenceEqual(names))
            _reading = reading = new Reading(names, Make(names));
        return reading.Forwarders;
    }

    private ForwardedHeadersMiddleware? Make(IReadOnlyList<string> names)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in names)
            Trust(options, name.Trim());
        return options.KnownProxies.Count + options.KnownIPNetworks.Count == 0 ? null : new ForwardedHeadersMiddleware(next, loggers, Options.Create(options));
    }

    private void Trust(ForwardedHeadersOptions options, string name)
    {
        if (IPAddress.TryParse(name, out var address))
            options.KnownProxies.Add(address);
        else if (System.Net.IPNetwork.TryParse(name, out var network))
            options.KnownIPNetworks.Add(network);
        else
            LogUnreadable(logger, name);
    }

    private sealed record Reading(IReadOnlyList<string> Names, ForwardedHeadersMiddleware? Forwarders);

    [LoggerMessage(Level = LogLevel.Warning, Message = "trusted_proxies names {Name}, which is neither an address nor a range like 172.18.0.0/16: it is ignored.")]
    private static partial void LogUnreadable(ILogger logger, string name);
}
