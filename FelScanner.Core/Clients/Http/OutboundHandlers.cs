using System.Net;
using System.Net.Sockets;
using FelScanner.Core.Domain.Downloads;

namespace FelScanner.Core.Clients.Http;

/// <summary>Makes the handler that really connects. Tests put their own in its place.</summary>
internal delegate HttpMessageHandler PrimaryHandler(bool verifyTls);

/// <summary>Connections that keep to the <see cref="OutboundPolicy"/>: names are resolved here, and only allowed addresses are connected to.</summary>
internal static class OutboundHandlers
{
    /// <summary>No cookies, redirects or proxy of its own: the first two are handled where they can be judged, a proxy would resolve names out of sight.</summary>
    public static HttpMessageHandler Create(bool verifyTls) => Create(verifyTls, Dns.GetHostAddressesAsync);

    /// <summary>The same with another way to find a name's addresses.</summary>
    internal static HttpMessageHandler Create(bool verifyTls, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, resolve, cancellationToken),
        };
        if (!verifyTls)
#pragma warning disable CA5359 // Only where the owner switched verification off, for a service with a certificate of its own making.
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        return handler;
    }

    /// <summary>Resolves and connects. A name that also has refused addresses (fe80:: beside the real one) is reached by its allowed ones.</summary>
    private static async ValueTask<Stream> ConnectAsync(string host, int port, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellationToken)
    {
        IPAddress[] found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        IPAddress[] allowed = [.. found.Where(a => OutboundPolicy.Refusal(a) is null)];
        if (found.Length > 0 && allowed.Length == 0)
            throw new OutboundRefusedException(host, OutboundPolicy.Refusal(found[0])!);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
