using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Clients.Http;

/// <summary>Faults of real connections on loopback: each has its own sentence.</summary>
public sealed class ConnectionFaultTests
{
    [Fact]
    public async Task A_closed_port_is_refused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var report = await RadarrAsync($"http://127.0.0.1:{port}");

        Assert.Contains("refuses connections", report.Message, StringComparison.Ordinal);
        Assert.Contains("port", report.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_is_a_matter_of_DNS() =>
        Assert.Contains("(DNS)", (await RadarrAsync("http://no-such-host.invalid:7878")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://169.254.169.254")]
    [InlineData("http://[fe80::1]:7878")]
    [InlineData("http://0.0.0.0:7878")]
    [InlineData("http://2852039166")]
    public async Task A_refused_address_is_named_before_anything_is_sent(string url)
    {
        var report = await RadarrAsync(url);

        Assert.Equal((ConnectionStatus.Error, FaultKind.Refused), (report.Status, report.Fault));
        Assert.Contains("never connects there", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_on_a_plain_port_is_a_matter_of_TLS()
    {
        await using var server = new RawServer("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray());

        var report = await RadarrAsync($"https://127.0.0.1:{server.Port}");

        Assert.Contains("TLS", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_says_so()
    {
        await using var server = new RawServer([]);

        Assert.Contains("broke off", (await RadarrAsync($"http://127.0.0.1:{server.Port}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_in_place_of_JSON_is_told_as_such()
    {
        await using var server = new RawServer(Answer("text/html", "<!DOCTYPE html><html><body>Login</body></html>"u8.ToArray()));

        var report = await RadarrAsync($"http://127.0.0.1:{server.Port}");

        Assert.Equal(FaultKind.BadAnswer, report.Fault);
        Assert.Contains("web page", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_by_a_service_that_needs_none()
    {
        await using var server = new RawServer("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"u8.ToArray());

        Assert.Contains("elsewhere", (await RadarrAsync($"http://127.0.0.1:{server.Port}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_unpacks_beyond_the_limit_is_refused()
    {
        await using var server = new RawServer(Answer("application/rss+xml", Bomb(64 << 20), "Content-Encoding: gzip\r\n"));
        using var clients = RealClients.OverTheNetwork(new FelSettings { More = new() { Feeds = [new FeedDefinition { Name = "bomb", Type = "rss", Url = $"http://127.0.0.1:{server.Port}/rss" }] } });

        var report = await clients.TestAsync("feeds");

        Assert.Equal(("feed:bomb", ConnectionStatus.Error), (report.Service, report.Status));
        Assert.Contains("more than 16 MiB", report.Message, StringComparison.Ordinal);
        Assert.NotEmpty(report.Remedy!);
    }

    private static async Task<ConnectionReport> RadarrAsync(string url)
    {
        using var clients = RealClients.OverTheNetwork(new FelSettings { Radarr = new() { Url = url, ApiKey = new Secret("key") } });
        return await clients.TestAsync("radarr");
    }

    private static byte[] Answer(string type, byte[] body, string more = "") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n{more}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    private static byte[] Bomb(int length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(new byte[length]);
        return packed.ToArray();
    }

    /// <summary>Reads a request's head, writes the same bytes to everybody, and closes.</summary>
    private sealed class RawServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _work;

        public RawServer(byte[] answer)
        {
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _work = ServeAsync(answer);
        }

        public int Port { get; }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            _listener.Stop();
            await _work;
            _stop.Dispose();
        }

        private async Task ServeAsync(byte[] answer)
        {
            var buffer = new byte[8192];
            while (!_stop.IsCancellationRequested)
            {
                try
                {
                    using var socket = await _listener.AcceptSocketAsync(_stop.Token);
                    await socket.ReceiveAsync(buffer, _stop.Token);
                    await socket.SendAsync(answer, _stop.Token);
                    socket.Shutdown(SocketShutdown.Both);
                }
                catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
                {
                    // The client hung up, or the test is over.
                }
            }
        }
    }
}
