using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FelScanner.Core.Settings;

namespace FelScanner.Tests.Peers;

/// <summary>
/// A real qbittorrent-nox with a profile of its own, on loopback alone: the profile is written before the first start,
/// because a bare one listens on every address.
/// </summary>
internal sealed class QBittorrentPeer : IAsyncDisposable
{
    public const string Password = "spikepass1";

    // PBKDF2-HMAC-SHA512 of the password above, as qBittorrent stores it.
    private const string PasswordHash = "@ByteArray(MDEyMzQ1Njc4OWFiY2RlZg==:8R+RZInsgiZmNFoxFxY+x6CXzhltaY+jdmu1NTx/42IlT4JP2UyOSfqoMreCE8iX7NyOWpuXFbLBGRwimEQqhw==)";

    private readonly int _port = FreePort();
    private Process? _process;

    private QBittorrentPeer(string folder) => Folder = folder;

    public string Folder { get; }

    public string Down => Path.Combine(Folder, "down");

    public FelSettings Settings(string user = "admin", string password = Password) => new()
    {
        QBittorrent = new() { Host = "127.0.0.1", Port = _port, Username = user, Password = new Secret(password) },
    };

    public static async Task<QBittorrentPeer> StartAsync()
    {
        var program = PeerTool.Locate("qbittorrent-nox");
        var peer = new QBittorrentPeer(Directory.CreateTempSubdirectory("felscanner-qb-").FullName);
        peer.WriteProfile();
        await peer.RunAsync(program);
        return peer;
    }

    /// <summary>Stops it and starts it again: every session is lost, its torrents stay.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await RunAsync(PeerTool.Locate("qbittorrent-nox"));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task RunAsync(string program)
    {
        var start = new ProcessStartInfo(program, [$"--profile={Folder}"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Until.TrueAsync(AnswersAsync, "qbittorrent-nox answers");
    }

    private async Task<bool> AnswersAsync()
    {
        Assert.False(_process!.HasExited, "qbittorrent-nox ended by itself.");
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, _port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task StopAsync()
    {
        if (_process is not { HasExited: false } running)
            return;
        using (var kill = Process.Start("kill", ["-TERM", $"{running.Id}"]))
            await kill.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(running.WaitForExitAsync(CancellationToken.None), Task.Delay(TimeSpan.FromSeconds(10), CancellationToken.None));
        if (!running.HasExited)
            running.Kill();
        running.Dispose();
        _process = null;
    }

    private void WriteProfile()
    {
        var config = Path.Combine(Folder, "qBittorrent", "config");
        Directory.CreateDirectory(config);
        Directory.CreateDirectory(Down);
        File.WriteAllText(Path.Combine(config, "qBittorrent.conf"), $"""
            [LegalNotice]
            Accepted=true

            [BitTorrent]
            Session\Port={FreePort()}
            Session\Interface=lo
            Session\InterfaceName=lo
            Session\InterfaceAddress=127.0.0.1
            Session\DHTEnabled=false
            Session\PeXEnabled=false
            Session\LSDEnabled=false
            Session\QueueingSystemEnabled=false
            Session\DisableAutoTMMByDefault=false
            Session\MultiConnectionsPerIp=true
            Session\DefaultSavePath={Down}

            [Network]
            PortForwardingEnabled=false

            [Preferences]
            Connection\ResolvePeerCountries=false
            WebUI\Address=127.0.0.1
            WebUI\Port={_port}
            WebUI\UseUPnP=false
            WebUI\Username=admin
            WebUI\Password_PBKDF2="{PasswordHash}"
            WebUI\LocalHostAuth=true
            WebUI\MaxAuthenticationFailCount=5
            WebUI\BanDuration=20
            """);
    }
}

/// <summary>Waits for a condition, and no longer than a minute.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"Waited in vain until {what}.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public static async Task<T> FoundAsync<T>(Func<Task<T?>> look, Func<T, bool> right, string what)
        where T : class
    {
        T? last = null;
        await TrueAsync(async () => (last = await look()) is { } found && right(found), what);
        return last!;
    }
}
