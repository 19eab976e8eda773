using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Peers;

/// <summary>The client against the real program (4.5.2 on Debian 12): what the dialect tests take from its documentation.</summary>
public sealed class QBittorrentPeerTests
{
    [Fact]
    public async Task A_good_login_tells_version_and_torrents()
    {
        await using var peer = await QBittorrentPeer.StartAsync();
        using var clients = RealClients.OverTheNetwork(peer.Settings());

        var report = await clients.TestAsync("qbittorrent");

        Assert.Equal((ConnectionStatus.Connected, (object)0), (report.Status, report.Extra["torrent_count"]!));
        Assert.StartsWith("v", report.Version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_never_earns_a_ban()
    {
        await using var peer = await QBittorrentPeer.StartAsync();
        using var wrong = RealClients.OverTheNetwork(peer.Settings(password: "wrong"));

        for (var at = 0; at < 20; at++)
            Assert.Equal(FaultKind.Unauthorised, (await Assert.ThrowsAsync<ServiceFault>(() => wrong.Torrents.DefaultSavePathAsync(TestContext.Current.CancellationToken))).Kind);

        using var right = RealClients.OverTheNetwork(peer.Settings());
        Assert.Equal(ConnectionStatus.Connected, (await right.TestAsync("qbittorrent")).Status);
    }

    [Fact]
    public async Task Without_a_login_it_says_that_one_is_needed()
    {
        await using var peer = await QBittorrentPeer.StartAsync();
        using var clients = RealClients.OverTheNetwork(peer.Settings(user: "", password: ""));

        var report = await clients.TestAsync("qbittorrent");

        Assert.Equal((ConnectionStatus.Error, FaultKind.Unauthorised), (report.Status, report.Fault));
    }

    [Fact]
    public async Task What_is_added_is_read_back_with_path_tag_and_category()
    {
        await using var peer = await QBittorrentPeer.StartAsync();
        using var clients = RealClients.OverTheNetwork(peer.Settings());
        var torrent = Film(peer, "Amélie (2001) – ünï");

        var outcome = await clients.Torrents.AddAsync(torrent, TestContext.Current.CancellationToken);

        var found = await FoundAsync(clients, torrent.Hash, t => t.State == "pausedDL");
        Assert.Equal(
            (AddOutcome.Added, torrent.SavePath, "movies-fel", false, torrent.Hash),
            (outcome, found.SavePath.TrimEnd('/'), found.Category, found.AutoManaged, Assert.Single(await clients.Torrents.TaggedAsync(torrent.Tag, TestContext.Current.CancellationToken)).Hash));
    }

    [Fact]
    public async Task A_duplicate_is_already_there_and_keeps_its_path()
    {
        await using var peer = await QBittorrentPeer.StartAsync();
        using var clients = RealClients.OverTheNetwork(peer.Settings());
        var torrent = Film(peer);
        await clients.Torrents.AddAsync(torrent, TestContext.Current.CancellationToken);
        await FoundAsync(clients, torrent.Hash);

        var again = await clients.Torrents.AddAsync(torrent with { SavePath = peer.Down + "/elsewhere", Tag = "felscanner-2" }, TestContext.Current.CancellationToken);

        Assert.Equal(AddOutcome.AlreadyThere, again);
        Assert.Equal(torrent.SavePath, (await FoundAsync(clients, torrent.Hash)).SavePath.TrimEnd('/'));
    }

    [Fact]
    public async Task What_is_no_torrent_is_refused()
    {
        await using var peer = await QBittorrentPeer.StartAsync();
        using var clients = RealClients.OverTheNetwork(peer.Settings());

        var fault = await Assert.ThrowsAsync<ServiceFault>(() =>
            clients.Torrents.AddAsync(Film(peer) with { File = "<html>Login</html>"u8.ToArray() }, TestContext.Current.CancellationToken));

        Assert.Contains("not a torrent", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polling_sees_changes_removals_and_a_restart()
    {
        await using var peer = await QBittorrentPeer.StartAsync();
        using var clients = RealClients.OverTheNetwork(peer.Settings());
        var (first, second) = (Film(peer, "One"), Film(peer, "Two"));
        await clients.Torrents.PollAsync(TestContext.Current.CancellationToken);

        await clients.Torrents.AddAsync(first, TestContext.Current.CancellationToken);
        await clients.Torrents.AddAsync(second, TestContext.Current.CancellationToken);
        await SeesAsync(clients, first.Hash, second.Hash);
        await clients.Torrents.RemoveAsync(first.Hash, withFiles: true, TestContext.Current.CancellationToken);
        await SeesAsync(clients, second.Hash);
        await peer.RestartAsync();
        await SeesAsync(clients, second.Hash);

        Assert.Equal("Two", (await clients.Torrents.PollAsync(TestContext.Current.CancellationToken)).Torrents[0].Tags[0]["felscanner-".Length..]);
    }

    [Fact]
    public async Task An_impossible_path_is_an_error_with_its_reason()
    {
        await using var peer = await QBittorrentPeer.StartAsync();
        using var clients = RealClients.OverTheNetwork(peer.Settings());
        var blocked = Path.Combine(peer.Folder, "file");
        await File.WriteAllTextAsync(blocked, "", TestContext.Current.CancellationToken);
        var torrent = Film(peer) with { SavePath = blocked + "/Movie (2024)", Paused = false };

        await clients.Torrents.AddAsync(torrent, TestContext.Current.CancellationToken);
        var failed = await FoundAsync(clients, torrent.Hash, t => t.State is "error" or "missingFiles");

        string? reason = null;
        await Until.TrueAsync(async () => (reason = await clients.Torrents.ErrorReasonAsync(failed, TestContext.Current.CancellationToken)) is not null, "the log tells the reason");
        Assert.Contains("Not a directory", reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Files_are_renamed_tagged_started_stopped_and_moved()
    {
        await using var peer = await QBittorrentPeer.StartAsync();
        using var clients = RealClients.OverTheNetwork(peer.Settings());
        var torrent = Film(peer);
        await clients.Torrents.AddAsync(torrent, TestContext.Current.CancellationToken);
        await FoundAsync(clients, torrent.Hash);
        var token = TestContext.Current.CancellationToken;

        await clients.Torrents.RenameFileAsync(torrent.Hash, Assert.Single(await clients.Torrents.FilesAsync(torrent.Hash, token)), "Movie (2024) - 2160p DV FEL.mkv", token);
        await clients.Torrents.TagAsync(torrent.Hash, "felscanner-extra", token);
        await clients.Torrents.MoveAsync(torrent.Hash, peer.Down + "/moved", token);
        await clients.Torrents.StartAsync(torrent.Hash, token);

        await FoundAsync(clients, torrent.Hash, t => t.State != "pausedDL" && t.Tags.Contains("felscanner-extra") && t.SavePath.TrimEnd('/') == peer.Down + "/moved");
        await clients.Torrents.StopAsync(torrent.Hash, token);
        await FoundAsync(clients, torrent.Hash, t => t.State == "pausedDL");
        Assert.Equal("Movie (2024) - 2160p DV FEL.mkv", Assert.Single(await clients.Torrents.FilesAsync(torrent.Hash, token)).Name);
        Assert.Equal((1, 262144L), ((await clients.Torrents.PiecesAsync(torrent.Hash, token)).Count, await clients.Torrents.PieceSizeAsync(torrent.Hash, token)));
    }

    internal static Task<TorrentState> FoundAsync(RealClients clients, string hash, Func<TorrentState, bool>? right = null) =>
        Until.FoundAsync(() => clients.Torrents.FindAsync(hash, TestContext.Current.CancellationToken), right ?? (_ => true), "the torrent is as expected");

    private static TorrentToAdd Film(QBittorrentPeer peer, string name = "Movie")
    {
        // A torrent's name is part of its hash: two films are two torrents.
        var file = TorrentMaker.Single(name == "Movie" ? "Movie.mkv" : $"{name}.mkv");
        return new TorrentToAdd
        {
            File = file,
            Hash = TorrentFile.Read(file)!.InfoHash,
            SavePath = $"{peer.Down}/{name} (2024)",
            Category = "movies-fel",
            Tag = $"felscanner-{name}",
            Paused = true,
            Sequential = true,
        };
    }

    private static Task SeesAsync(RealClients clients, params string[] hashes) => Until.TrueAsync(
        async () => (await clients.Torrents.PollAsync(TestContext.Current.CancellationToken)).Torrents.Select(t => t.Hash).ToHashSet().SetEquals(hashes), "the poll sees what is there");
}
