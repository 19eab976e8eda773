using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.World;
using Torrents = FelScanner.Tests.Support.TorrentMaker;

namespace FelScanner.Tests.EndToEnd;

/// <summary>What a download is called in the film's folder, and that nothing there is ever overwritten.</summary>
public sealed class FileNames
{
    private const string Release = "Movie.2021.2160p.UHD.BluRay.REMUX.DV.P7.FEL.HDR.HEVC.TrueHD.Atmos.7.1-FraMeSToR";

    public static TheoryData<string> Dialects => ["4.3.1", "4.5", "5.2"];

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task The_name_that_Plex_stacks_is_given_inside_every_qbittorrent_before_the_first_byte(string dialect)
    {
        await using var home = await OpenAsync(Dialect(dialect), keep: false);

        await ApproveAsync(home);
        await home.HistoryAsync("completed");

        var torrent = Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.Equal("/movies/Movie (2021)/Movie (2021) - 2160p DV FEL.mkv", torrent.ContentPath);
        Assert.Equal(1, home.World.Household.QBittorrent.AddCount(torrent.Hash));
        await home.MessageAsync("Plex was seen to list it", m => m.Text.Contains("Plex has both versions", StringComparison.Ordinal));
        home.World.AssertNothingUnexpected();
    }

    [Fact]
    public async Task A_name_that_qbittorrent_shows_only_later_is_waited_for_before_the_first_byte()
    {
        await using var home = await OpenAsync(QbDialect.V45, keep: false, renameTakes: TimeSpan.FromSeconds(2));

        await ApproveAsync(home);

        var names = home.World.Household.QBittorrent.Calls.Where(call => call.Path.EndsWith("/files", StringComparison.Ordinal)).Select(call => call.At).ToList();
        var start = Assert.Single(home.World.Household.QBittorrent.Calls, call => call.Path.EndsWith("/resume", StringComparison.Ordinal));
        var torrent = Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.Equal("/movies/Movie (2021)/Movie (2021) - 2160p DV FEL.mkv", torrent.ContentPath);
        Assert.InRange(start.At - names[0], TimeSpan.FromSeconds(2), TimeSpan.MaxValue);
    }

    [Fact]
    public async Task A_name_that_qbittorrent_takes_and_never_shows_starts_nothing_and_is_said()
    {
        await using var home = await OpenAsync(QbDialect.V45, keep: false, renameTakes: TimeSpan.FromHours(1));

        await ApproveAsync(home);
        await home.MessageAsync("why nothing runs", m => m.Text.Contains("does not show it", StringComparison.Ordinal));

        Assert.DoesNotContain(home.World.Household.QBittorrent.Calls, call => call.Path.EndsWith("/resume", StringComparison.Ordinal));
        Assert.Equal(0, Assert.Single(home.World.Household.QBittorrent.Torrents).Progress);
    }

    [Fact]
    public async Task A_torrent_with_a_folder_loses_it_and_its_subtitles_follow_the_film()
    {
        var torrent = Torrents.Folder(Release, ([$"{Release}.mkv"], 70_000_000_000), ([$"{Release}.en.srt"], 90_000), (["Sample", "sample.mkv"], 50_000_000));
        await using var home = await OpenAsync(QbDialect.V50, keep: false, torrent);

        await ApproveAsync(home);
        await home.HistoryAsync("completed");

        var added = Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.Equal(
            ["Movie (2021) - 2160p DV FEL.mkv", "Movie (2021) - 2160p DV FEL.en.srt", "Sample/sample.mkv"],
            added.File!.Files.Select(file => added.Shown(file.Path)));
    }

    [Fact]
    public async Task A_film_of_that_name_in_the_folder_ends_it_with_a_remedy_and_a_person_tries_again()
    {
        var root = Directory.CreateTempSubdirectory("felscanner-films-");
        var folder = root.CreateSubdirectory("Movie (2021)");
        var there = Path.Combine(folder.FullName, Release + ".mkv");
        await File.WriteAllTextAsync(there, "mine", TestContext.Current.CancellationToken);
        await using var home = await OpenAsync(QbDialect.V45, keep: true, local: root.FullName);

        var (status, answer) = await ApproveAsync(home);
        var message = await home.MessageAsync("it is told with a button", m => m.Buttons is [[{ Text: "Try again now" }]]);
        File.Move(there, there + ".old");
        home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);
        await home.HistoryAsync("completed");

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Equal("failed", (string)answer["status"]!);
        Assert.Contains("already a", (string)answer["error"]!, StringComparison.Ordinal);
        Assert.Contains("seen on the disk", (string)answer["error"]!, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(there + ".old", TestContext.Current.CancellationToken));
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task Where_the_folder_cannot_be_seen_Plex_tells_what_it_holds()
    {
        await using var home = await OpenAsync(QbDialect.V45, keep: true, Torrents.Single("movie-grp.mkv", 78_400_000_000), owned: "movie-grp.mkv");

        var (status, answer) = await ApproveAsync(home);

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("listed by Plex", (string)answer["error"]!, StringComparison.Ordinal);
        Assert.Empty(home.World.Household.QBittorrent.Torrents);
    }

    [Fact]
    public async Task Another_torrent_that_loads_there_under_that_name_counts_too()
    {
        await using var home = await OpenAsync(QbDialect.V45, keep: true);
        using var clients = RealClients.OverTheNetwork(new() { QBittorrent = new() { Host = "127.0.0.1", Port = home.World.Household.QBittorrent.Address.Port, Username = "admin", Password = new("spikepass1") } });
        var other = FelScanner.Web.Demo.Torrents.TorrentMaker.Make(Release + ".mkv", 1_000_000, 99);
        await clients.Torrents.AddAsync(
            new() { File = other, Hash = FelScanner.Web.Demo.Torrents.TorrentFile.Read(other)!.Hash, SavePath = "/movies/Movie (2021)", Category = "mine", Tag = "mine" }, TestContext.Current.CancellationToken);

        var (_, answer) = await ApproveAsync(home);

        Assert.Contains("of qBittorrent's torrent", (string)answer["error"]!, StringComparison.Ordinal);
        Assert.Single(home.World.Household.QBittorrent.Torrents);
    }

    [Fact]
    public async Task What_stands_beside_the_film_gives_way_and_the_film_keeps_its_name()
    {
        var root = Directory.CreateTempSubdirectory("felscanner-films-");
        await File.WriteAllTextAsync(Path.Combine(root.CreateSubdirectory("Movie (2021)").FullName, "movie.nfo"), "mine", TestContext.Current.CancellationToken);
        var torrent = Torrents.Folder(Release, ([$"{Release}.mkv"], 70_000_000_000), (["movie.nfo"], 2_000));
        await using var home = await OpenAsync(QbDialect.V46, keep: true, torrent, root.FullName);

        await ApproveAsync(home);
        await home.HistoryAsync("completed");

        var added = Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.Equal([$"{Release}.mkv", $"{Release}.movie.nfo"], added.File!.Files.Select(file => added.Shown(file.Path)));
        root.Delete(recursive: true);
    }

    [Theory]
    [InlineData("4.5")]
    [InlineData("5.2")]
    public async Task A_magnet_link_is_named_as_soon_as_its_files_are_known(string dialect)
    {
        await using var home = await MagnetAsync(Dialect(dialect), Torrents.Folder(Release, ([$"{Release}.mkv"], 70_000_000_000)));

        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = (string)(await home.PendingAsync())[0]!["request_id"]! });
        await home.HistoryAsync("completed");

        var torrent = Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.Equal("Movie (2021) - 2160p DV FEL.mkv", torrent.Shown(torrent.File!.Files[0].Path));
    }

    [Theory]
    [InlineData("4.3.1")]
    [InlineData("5.2")]
    public async Task A_magnet_link_that_brings_a_program_is_stopped_and_fails(string dialect)
    {
        await using var home = await MagnetAsync(Dialect(dialect), Torrents.Folder(Release, ([$"{Release}.mkv"], 70_000_000_000), (["setup.exe"], 1_000_000)));

        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = (string)(await home.PendingAsync())[0]!["request_id"]! });
        var failed = await home.HistoryAsync("failed");

        Assert.Contains("setup.exe", (string)failed["error"]!, StringComparison.Ordinal);
        Assert.True(Assert.Single(home.World.Household.QBittorrent.Torrents).IsStopped);
    }

    private static async Task<Home> MagnetAsync(QbDialect dialect, byte[] inside)
    {
        var home = await Home.OpenAsync(
            w => w.Film("Movie", 2021, 900001),
            settings => settings["download_keep_original_name"] = false,
            await SimulatedWorld.StartAsync(options: new HouseholdOptions { QBittorrent = new QbOptions { Dialect = dialect, MagnetFile = inside, MetadataTakes = TimeSpan.FromSeconds(1), DownloadTakes = TimeSpan.FromSeconds(6) } }));
        await home.PostAsync("api/releases", new JsonObject { ["title"] = Release, ["magnet_link"] = $"magnet:?xt=urn:btih:{new string('a', 40)}", ["size"] = 70_000_000_000 });
        return home;
    }

    private static QbDialect Dialect(string version) => version switch { "4.3.1" => QbDialect.V431, "5.2" => QbDialect.V52, _ => QbDialect.V45 };

    private static async Task<Home> OpenAsync(QbDialect dialect, bool keep, byte[]? torrent = null, string? local = null, string? owned = null, TimeSpan renameTakes = default) => await Home.OpenAsync(
        w =>
        {
            var film = owned is null ? w.Film("Movie", 2021, 900001) : w.Household.World.Add("Movie", 2021, 900001, w.Household.World.Copy(owned, SimPicture.P5));
            w.Household.Tracker.Publish(Release, 78_400_000_000, MediaInfoText.For("Movie", SimPicture.P7Fel, SimSound.TrueHdAtmos, 78_400_000_000), r => r with { TmdbId = film.TmdbId, Torrent = torrent });
        },
        settings =>
        {
            settings["download_keep_original_name"] = keep;
            if (local is not null)
                settings["path_mappings"] = new JsonArray(new JsonObject { ["service"] = "local", ["from"] = "/movies", ["to"] = local });
        },
        await SimulatedWorld.StartAsync(options: new() { QBittorrent = new() { Dialect = dialect, DownloadTakes = TimeSpan.FromSeconds(4), RenameTakes = renameTakes } }));

    private static async Task<(HttpStatusCode Status, JsonNode Body)> ApproveAsync(Home home)
    {
        await home.RunAsync("check-feeds");
        await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        return await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = (string)(await home.PendingAsync())[0]!["request_id"]! });
    }
}
