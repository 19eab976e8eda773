using System.Diagnostics;
using System.Security.Cryptography;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Peers;

/// <summary>A download that really happens: a tracker, a seeder and a leecher, all on loopback.</summary>
public sealed class QBittorrentLoopbackTests
{
    private const int Bytes = 16 << 20;

    [Fact]
    public async Task A_film_arrives_whole_in_the_folder_that_was_asked_for()
    {
        var token = TestContext.Current.CancellationToken;
        await using var seeder = await QBittorrentPeer.StartAsync();
        await using var leecher = await QBittorrentPeer.StartAsync();
        var content = Path.Combine(seeder.Down, "Movie.2024.2160p.mkv");
        await File.WriteAllBytesAsync(content, RandomNumberGenerator.GetBytes(Bytes), token);
        var port = QBittorrentPeer.FreePort();
        var file = await MakeAsync(seeder.Folder, content, port);
        var torrent = new TorrentToAdd { File = file, Hash = TorrentFile.Read(file)!.InfoHash, SavePath = seeder.Down, Category = "", Tag = "felscanner-seed" };
        using var tracker = await TrackAsync(seeder.Folder, torrent.Hash, port);
        using var seeding = RealClients.OverTheNetwork(seeder.Settings());
        using var leeching = RealClients.OverTheNetwork(leecher.Settings());

        await seeding.Torrents.AddAsync(torrent, token);
        await QBittorrentPeerTests.FoundAsync(seeding, torrent.Hash, t => t.IsComplete);
        var wanted = torrent with { SavePath = Path.Combine(leecher.Down, "Movie (2024)"), Category = "movies-fel", Tag = "felscanner-1", Sequential = true };
        await leeching.Torrents.AddAsync(wanted, token);
        var arrived = await QBittorrentPeerTests.FoundAsync(leeching, torrent.Hash, t => t.IsComplete);

        Assert.Equal(await HashAsync(content), await HashAsync(Path.Combine(wanted.SavePath, "Movie.2024.2160p.mkv")));
        Assert.Equal((wanted.SavePath, 0L), (arrived.SavePath.TrimEnd('/'), arrived.AmountLeft));
        Assert.All(await leeching.Torrents.PiecesAsync(torrent.Hash, token), piece => Assert.Equal(2, piece));
    }

    private static async Task<byte[]> MakeAsync(string folder, string content, int port)
    {
        var made = Path.Combine(folder, "m.torrent");
        await new PeerTool("mktorrent").RunAsync(["-p", "-l", "18", "-a", $"http://127.0.0.1:{port}/announce", "-s", "IPT", "-o", made, content]);
        return await File.ReadAllBytesAsync(made, TestContext.Current.CancellationToken);
    }

    // Debian's opentracker serves only the hashes of its list, and gives up root for "nobody", who must be able to read it.
    private static async Task<Tracker> TrackAsync(string folder, string hash, int port)
    {
        var list = Path.Combine(folder, "wl.txt");
        await File.WriteAllTextAsync(list, hash + "\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            File.SetUnixFileMode(list, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        return new Tracker(Process.Start(new ProcessStartInfo(PeerTool.Locate("opentracker"), ["-i", "127.0.0.1", "-p", $"{port}", "-P", $"{port}", "-d", folder, "-w", "wl.txt"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    private static async Task<string> HashAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, TestContext.Current.CancellationToken));
    }

    private sealed class Tracker(Process process) : IDisposable
    {
        public void Dispose()
        {
            process.Kill();
            process.Dispose();
        }
    }
}
