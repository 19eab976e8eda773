using System.Text.Json.Nodes;

namespace FelScanner.Tests.Support;

/// <summary>
/// A real qbittorrent-nox that listens on loopback alone, with a profile of its own that is removed with it.
/// The settings are those under which two of them may exchange a file on one machine: no DHT, no PeX, no LSD, several connections from one address.
/// </summary>
public sealed class RealQBittorrent : IAsyncDisposable
{
    public const string Username = "admin";
    public const string Password = "spikepass1";
    private const string PasswordHash = "@ByteArray(MDEyMzQ1Njc4OWFiY2RlZg==:8R+RZInsgiZmNFoxFxY+x6CXzhltaY+jdmu1NTx/42IlT4JP2UyOSfqoMreCE8iX7NyOWpuXFbLBGRwimEQqhw==)";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly PeerProcess _process;
    private readonly HttpClient _http;

    private RealQBittorrent(PeerProcess process, string folder, int port, int peerPort)
    {
        _process = process;
        Folder = folder;
        Port = port;
        PeerPort = peerPort;
        _http = new HttpClient { BaseAddress = Address };
    }

    public int Port { get; }

    public int PeerPort { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    /// <summary>Its own folder: the profile, and "down" for what it saves by default.</summary>
    public string Folder { get; }

    public string DefaultSavePath => Path.Combine(Folder, "down");

    /// <summary>Started, reachable and signed in.</summary>
    public static async Task<RealQBittorrent> StartAsync()
    {
        var program = PeerPrograms.Require("qbittorrent-nox");
        var folder = Directory.CreateTempSubdirectory("felscanner-qb-").FullName;
        var (port, peerPort) = (PeerPrograms.FreePort(), PeerPrograms.FreePort());
        var settings = Path.Combine(folder, "qBittorrent", "config");
        Directory.CreateDirectory(settings);
        Directory.CreateDirectory(Path.Combine(folder, "down"));
        await File.WriteAllTextAsync(Path.Combine(settings, "qBittorrent.conf"), Settings(folder, port, peerPort), TestContext.Current.CancellationToken);
        var qBittorrent = new RealQBittorrent(PeerProcess.Start(program, folder, $"--profile={folder}"), folder, port, peerPort);
        await Eventually.BecomesAsync("qBittorrent answers", Patience, qBittorrent.SignInAsync);
        return qBittorrent;
    }

    /// <summary>Adds a .torrent by upload; fields as the Web API names them.</summary>
    public async Task AddAsync(byte[] torrent, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(torrent), "torrents", "a.torrent" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        using var response = await _http.PostAsync("api/v2/torrents/add", form, TestContext.Current.CancellationToken);
        Assert.Equal("Ok.", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The torrent as torrents/info tells it, or null.</summary>
    public async Task<JsonNode?> FindAsync(string hash)
    {
        var text = await _http.GetStringAsync($"api/v2/torrents/info?hashes={hash}", TestContext.Current.CancellationToken);
        return JsonNode.Parse(text) is JsonArray { Count: > 0 } found ? found[0] : null;
    }

    /// <summary>Waits until the torrent's data are whole.</summary>
    public Task<JsonNode> WhenCompleteAsync(string hash, TimeSpan within) => Eventually.BecomesAsync("the download is complete", within, async () =>
        await FindAsync(hash) is { } torrent && (double)torrent["progress"]! >= 1 && (string)torrent["state"]! is "uploading" or "stalledUP" ? await FindAsync(hash) : null);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<string?> SignInAsync()
    {
        if (_process.HasExited)
            throw new InvalidOperationException("qBittorrent ended by itself.");
        try
        {
            using var form = new FormUrlEncodedContent([new("username", Username), new("password", Password)]);
            using var response = await _http.PostAsync("api/v2/auth/login", form, TestContext.Current.CancellationToken);
            return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) is "Ok." ? "in" : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static string Settings(string folder, int port, int peerPort) => $"""
        [LegalNotice]
        Accepted=true

        [BitTorrent]
        Session\Port={peerPort}
        Session\Interface=lo
        Session\InterfaceName=lo
        Session\InterfaceAddress=127.0.0.1
        Session\DHTEnabled=false
        Session\PeXEnabled=false
        Session\LSDEnabled=false
        Session\QueueingSystemEnabled=false
        Session\DisableAutoTMMByDefault=true
        Session\MultiConnectionsPerIp=true
        Session\DefaultSavePath={folder}/down

        [Network]
        PortForwardingEnabled=false

        [Preferences]
        Connection\ResolvePeerCountries=false
        WebUI\Address=127.0.0.1
        WebUI\Port={port}
        WebUI\UseUPnP=false
        WebUI\Username={Username}
        WebUI\Password_PBKDF2="{PasswordHash}"
        WebUI\LocalHostAuth=true
        WebUI\MaxAuthenticationFailCount=5
        WebUI\BanDuration=20
        """;
}
