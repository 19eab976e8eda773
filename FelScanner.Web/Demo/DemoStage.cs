using System.Text.Json.Nodes;
using FelScanner.Web.Demo.IpTorrents;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.Telegram;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo;

/// <summary>The whole far side of <c>--demo</c>: a household with a few hundred films, its services on loopback, and a feed that goes on.</summary>
public sealed class DemoStage : IAsyncDisposable
{
    private const int FilesPrepared = 24;
    private readonly SimHousehold _household;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _script;
    private readonly string _folder;

    private DemoStage(SimHousehold household, DemoFeed feed, TimeProvider time, string folder)
    {
        _household = household;
        _folder = folder;
        household.OnArrived = WriteArrived;
        household.OnRenamedFile = MoveArrived;
        _script = new DemoScript(household, feed, time).RunAsync(_stop.Token);
    }

    /// <summary>The settings that lead to this stage, by their public names: text as it is, everything else as JSON.</summary>
    public IReadOnlyDictionary<string, string> Settings => AllSettings();

    public SimHousehold Household => _household;

    /// <summary>The chat on the visitor's phone.</summary>
    public SimTelegram Telegram => _household.Telegram;

    /// <summary>Where this program sees the films of the demo.</summary>
    public string MoviesFolder => Path.Combine(_folder, "movies");

    /// <summary>Makes the files of finished downloads; without it nothing is written.</summary>
    public IDemoMedia? Media { get; set; }

    public static async Task<DemoStage> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("felscanner-demo-").FullName;
        var household = await SimHousehold.StartAsync(time, Options(), cancellationToken);
        new DemoLibrary(household.World).Fill();
        var feed = new DemoFeed(household.World, household.Tracker, household.SecondTracker);
        feed.Begin(time.GetUtcNow());
        return new DemoStage(household, feed, time, folder);
    }

    /// <summary>Writes small files for some of the owned profile 7 copies, so that the library has something to prove from the start.</summary>
    public void PrepareFiles()
    {
        foreach (var (film, copy) in _household.World.Films.SelectMany(f => f.Copies.Select(c => (f, c))).Where(x => x.c.Picture is SimPicture.P7Fel or SimPicture.P7Mel).Take(FilesPrepared))
            Write(film, copy);
    }

    /// <summary>Maps what the demo's own pages load from this program: the photos of the chat.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/demo/telegram/photo/{id:int}", context =>
        Telegram.Messages.FirstOrDefault(m => m.Id.ToInvariant() == context.Route("id"))?.Photo is { } photo
            ? context.BytesAsync(photo, photo is [0x89, ..] ? "image/png" : "image/jpeg")
            : context.AnswerAsync(404));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _script;
        }
        catch (OperationCanceledException)
        {
            // The script goes on until it is told to end.
        }
        _stop.Dispose();
        await _household.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static HouseholdOptions Options() => new()
    {
        Roots = new SimRoots("/movies", "/media/movies", "/downloads/movies"),
        QBittorrent = new QbOptions { DefaultSavePath = "/downloads", FreeSpace = 9_400_000_000_000 },
        IpTorrents = new IpTorrentsOptions { CfClearance = "demo-clearance" },
        HasSecondTracker = true,
    };

    private Dictionary<string, string> AllSettings()
    {
        var mappings = JsonNode.Parse(_household.Settings()["path_mappings"])!.AsArray();
        mappings.Add(new JsonObject { ["service"] = "local", ["from"] = _household.World.Roots.Radarr, ["to"] = MoviesFolder });
        return new Dictionary<string, string>(_household.Settings())
        {
            ["path_mappings"] = mappings.ToJsonString(),
            ["telegram_allowed_user_ids"] = new JsonArray(Telegram.Owner.Id).ToJsonString(),
            ["iptorrents_rss_url"] = $"{_household.IpTorrents.Address}t.rss?u={_household.IpTorrents.Member.Uid};tp={_household.IpTorrents.Member.TorrentPass};download",
            ["iptorrents_interval_minutes"] = "5",
            ["feeds"] = new JsonArray(_household.TorznabFeed()).ToJsonString(),
            ["download_verify_disk_space"] = "false",
            ["radarr_rescan_after_download"] = "true",
        };
    }

    private void WriteArrived(QbTorrent torrent, SimFilm film, SimCopy copy) => Write(film, copy);

    private void MoveArrived(SimFilm film, string from, string to)
    {
        var folder = Path.Combine(MoviesFolder, film.Folder);
        if (File.Exists(Path.Combine(folder, from)))
            File.Move(Path.Combine(folder, from), Path.Combine(folder, to));
    }

    private void Write(SimFilm film, SimCopy copy)
    {
        if (Media is not { } media)
            return;
        var path = Path.Combine(MoviesFolder, film.Folder, copy.FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        media.Write(path, copy.Picture, copy.Sound);
    }
}
