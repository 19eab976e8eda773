using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Core.Workflow.Boards;
using FelScanner.Core.Workflow.Health;
using FelScanner.Tests.Support;
using NSubstitute;

namespace FelScanner.Tests.Core.Workflow.Health;

public sealed class WatchTests
{
    private readonly ManualTime _time = new();
    private readonly EventBus _bus = new();
    private readonly Findings _findings;

    public WatchTests() => _findings = new Findings(_bus, _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string[] Ids => [.. _findings.Now.Select(finding => finding.Id)];

    [Theory]
    [InlineData(50L << 20, FindingSeverity.Error)]
    [InlineData(500L << 20, FindingSeverity.Warning)]
    [InlineData(50L << 30, null)]
    public async Task Little_room_for_the_data_is_told(long free, FindingSeverity? severity)
    {
        var storage = Substitute.For<IStorageHealth>();
        storage.FreeBytes().Returns(free);

        await new WatchStorage(storage, _findings, _time).LookAsync(Token);

        Assert.Equal(severity, _findings.Now.SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task The_database_is_looked_through_once_a_day()
    {
        var storage = Substitute.For<IStorageHealth>();
        storage.DamageAsync(Token).ReturnsForAnyArgs("row 5 missing from index");
        var watch = new WatchStorage(storage, _findings, _time);

        await watch.LookAsync(Token);
        var early = Ids;
        _time.Advance(TimeSpan.FromHours(25));
        await watch.LookAsync(Token);

        Assert.Empty(early);
        Assert.Equal(["database.damaged"], Ids);
    }

    [Theory]
    [InlineData(47, false)]
    [InlineData(50, true)]
    public async Task A_backup_older_than_two_intervals_is_told(double hours, bool told)
    {
        var backups = Substitute.For<IBackup>();
        backups.List().Returns([("a.zip", 1L, _time.GetUtcNow())]);
        var watch = new WatchBackups(backups, new FixedSettings(new FelSettings()), _findings, _time);

        _time.Advance(TimeSpan.FromHours(hours));
        await watch.LookAsync(Token);

        Assert.Equal(told, Ids.Contains("backup.old"));
    }

    [Theory]
    [InlineData(new[] { 600, 590, 610 }, true)]
    [InlineData(new[] { -600, -590 }, true)]
    [InlineData(new[] { 600, 1, 2 }, false)]
    [InlineData(new[] { 600 }, false)]
    [InlineData(new[] { 600, -600 }, true)]
    [InlineData(new int[0], false)]
    public async Task The_clock_is_wrong_when_most_services_say_so(int[] seconds, bool told)
    {
        var clocks = Substitute.For<IClockReadings>();
        clocks.Now.Returns(seconds.Select((ahead, n) => ($"host{n}", ahead)).ToDictionary(p => p.Item1, p => (TimeSpan.FromSeconds(p.ahead), _time.GetUtcNow())));

        await new WatchClock(clocks, _findings, _time).LookAsync(Token);

        Assert.Equal(told, Ids.Contains("clock.skew"));
    }

    [Theory]
    [InlineData("qbittorrent", "v4.0.4", true)]
    [InlineData("qbittorrent", "v5.1.2", false)]
    [InlineData("plex", "1.18.9.2571-e106a8a91", true)]
    [InlineData("plex", "1.41.0.8992-8463ad060", false)]
    [InlineData("radarr", "2.0.0.5344", true)]
    [InlineData("radarr", "5.14.0.9383", false)]
    [InlineData("radarr", "development", false)]
    public async Task A_version_that_is_too_old_is_told(string service, string version, bool told)
    {
        var board = new ConnectionBoard(_bus);
        board.Put([new ConnectionReport { Service = service, Status = ConnectionStatus.Connected, Message = "Connected.", Version = version }]);

        await new WatchVersions(board, _findings).LookAsync(Token);

        Assert.Equal(told, Ids.Contains($"{service}.version"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Automatic_torrent_management_is_told(bool automatic)
    {
        var board = new DownloadBoard(_bus);
        board.Put([new ActiveDownload(A.Request(), new TorrentState { Hash = "a", Name = "a", State = "downloading", AutoManaged = automatic }, null, null)]);

        await new WatchTorrents(board, _findings).LookAsync(Token);

        Assert.Equal(automatic, Ids.Contains("qbittorrent.automatic"));
    }

    [Theory]
    [InlineData("movies-fel", "/movies", "/movies", new string[0])]
    [InlineData("Radarr", "/movies", "/movies", new[] { "category.radarr" })]
    [InlineData("movies-fel", "/movies", "/data/films", new[] { "mapping.plex" })]
    [InlineData("movies-fel", "/elsewhere", "/movies", new[] { "mapping.plex", "mapping.root" })]
    public async Task Paths_and_categories_that_do_not_fit_are_told(string category, string root, string library, string[] expected)
    {
        var (radarr, plex) = (Substitute.For<IRadarr>(), Substitute.For<IPlexLibrary>());
        radarr.RootsAsync(Token).ReturnsForAnyArgs([new RadarrRoot("/movies", true, null)]);
        radarr.DownloadCategoriesAsync(Token).ReturnsForAnyArgs(["radarr"]);
        plex.SectionsAsync(Token).ReturnsForAnyArgs([new PlexSection("1", "Movies", [library])]);
        var settings = new FixedSettings(new FelSettings
        {
            Plex = new PlexSettings { Url = "http://plex:32400", Token = new Secret("t") },
            Radarr = new RadarrSettings { Url = "http://radarr:7878", ApiKey = new Secret("k"), RootPath = root },
            QBittorrent = new QBittorrentSettings { Host = "qb", Category = category },
        });

        await new WatchPaths(radarr, new RadarrCategories(radarr, settings), plex, settings, _findings, _time).LookAsync(Token);

        Assert.Equal(expected, Ids.Order());
    }

    [Fact]
    public async Task A_watch_that_cannot_ask_leaves_the_others_their_look()
    {
        var (down, up) = (Substitute.For<IHealthWatch>(), Substitute.For<IHealthWatch>());
        down.LookAsync(Token).ReturnsForAnyArgs(Task.FromException(new ServiceFault("radarr", FaultKind.Unreachable, "Radarr is off.", "")));

        await new CheckHealth([down, up], Microsoft.Extensions.Logging.Abstractions.NullLogger<CheckHealth>.Instance).RunAsync(Token);

        await up.Received(1).LookAsync(Arg.Any<CancellationToken>());
    }
}
