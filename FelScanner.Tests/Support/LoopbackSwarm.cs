using System.Security.Cryptography;
using FelScanner.Web.Demo.Torrents;

namespace FelScanner.Tests.Support;

/// <summary>A tracker and one seeder on loopback, with a small file that a real client can download from them.</summary>
public sealed class LoopbackSwarm : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly PeerProcess _tracker;
    private readonly RealQBittorrent _seeder;
    private readonly string _folder;

    private LoopbackSwarm(PeerProcess tracker, RealQBittorrent seeder, string folder, byte[] torrent, byte[] content, string announce)
    {
        _tracker = tracker;
        _seeder = seeder;
        _folder = folder;
        Torrent = torrent;
        Content = content;
        Hash = TorrentFile.Read(torrent)!.Hash;
        Magnet = $"magnet:?xt=urn:btih:{Hash}&tr={Uri.EscapeDataString(announce)}";
    }

    /// <summary>The .torrent that leads to the file.</summary>
    public byte[] Torrent { get; }

    /// <summary>The link that leads to the same file and tells nothing of it.</summary>
    public string Magnet { get; }

    /// <summary>The info hash, lower case.</summary>
    public string Hash { get; }

    /// <summary>The file's bytes.</summary>
    public byte[] Content { get; }

    /// <summary>Seeding the file; <paramref name="content"/> null: <paramref name="bytes"/> of noise.</summary>
    public static async Task<LoopbackSwarm> StartAsync(string fileName, int bytes = 2_000_000, byte[]? content = null, bool isPrivate = true)
    {
        var program = PeerPrograms.Require("opentracker");
        PeerPrograms.Require("qbittorrent-nox");
        var folder = Directory.CreateTempSubdirectory("felscanner-swarm-").FullName;
        content ??= RandomNumberGenerator.GetBytes(bytes);
        var port = PeerPrograms.FreePort();
        var announce = $"http://127.0.0.1:{port}/announce";
        var torrent = SmallTorrent.Of(fileName, content, announce, isPrivate);
        var tracker = await TrackAsync(program, folder, port, TorrentFile.Read(torrent)!.Hash);
        var seeds = Directory.CreateDirectory(Path.Combine(folder, "seeds")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(seeds, fileName), content, TestContext.Current.CancellationToken);
        var seeder = await RealQBittorrent.StartAsync();
        var swarm = new LoopbackSwarm(tracker, seeder, folder, torrent, content, announce);
        await seeder.AddAsync(torrent, ("savepath", seeds));
        await seeder.WhenCompleteAsync(swarm.Hash, Patience);
        await ListedAsync(port, swarm.Hash);
        return swarm;
    }

    public async ValueTask DisposeAsync()
    {
        await _seeder.DisposeAsync();
        await _tracker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Debian's opentracker answers for listed hashes only, and reads the list as nobody from the folder it shuts itself into.</summary>
    private static async Task<PeerProcess> TrackAsync(string program, string folder, int port, string hash)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "allowed.txt"), hash + "\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var number = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var tracker = PeerProcess.Start(program, folder, "-i", "127.0.0.1", "-p", number, "-P", number, "-d", folder, "-w", "allowed.txt");
        await Eventually.BecomesAsync("the tracker answers", Patience, async () => await ScrapeAsync(port, hash));
        return tracker;
    }

    /// <summary>Whoever asks the tracker before it knows the seeder is told of nobody, and asks again only after minutes.</summary>
    private static Task<string> ListedAsync(int port, string hash) => Eventually.BecomesAsync(
        "the tracker knows the seeder", TimeSpan.FromMinutes(2), async () => await ScrapeAsync(port, hash) is { } told && told.Contains("8:completei1e", StringComparison.Ordinal) ? told : null);

    private static async Task<string?> ScrapeAsync(int port, string hash)
    {
        var raw = string.Concat(Convert.FromHexString(hash).Select(one => $"%{one:x2}"));
        try
        {
            using var http = new HttpClient();
            return System.Text.Encoding.Latin1.GetString(await http.GetByteArrayAsync(new Uri($"http://127.0.0.1:{port}/scrape?info_hash={raw}"), TestContext.Current.CancellationToken));
        }
        catch (HttpRequestException)
        {
            // It is still starting.
            return null;
        }
    }
}
