using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Every port in memory, with lively sample data or with nothing at all.</summary>
internal sealed class PreviewWorld
{
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;
    private readonly bool _lively;
    private readonly bool _reading;

    public PreviewWorld(bool lively = true, int films = 1000, bool reading = false)
    {
        (_lively, _reading) = (lively, reading);
        Requests = new PreviewRequests(lively ? PreviewRequestRows.Make(_now) : []);
        Releases = new PreviewReleases(lively ? PreviewReleaseRows.Make(_now) : []);
        Library = new PreviewLibrary(lively ? PreviewFilms.Make(films) : [], Requests);
        Downloads = new PreviewDownloads(Bus);
        if (lively)
            Downloads.Put(PreviewRequestRows.Downloads(Requests.All));
        Actions = new PreviewActions(Requests, Releases, Bus);
        Findings = new PreviewFindings(lively ? Found() : []);
    }

    /// <summary>Long and right-to-left titles wait, and a thousand decisions lie behind.</summary>
    public static PreviewWorld Hard()
    {
        var world = new PreviewWorld();
        foreach (var id in new[] { "strange", "wadjda" })
            world.Requests.Put(id, request => request with { Status = RequestStatus.Pending, SnoozedUntil = null, ExpiresAt = world._now.AddHours(20), OfferedAt = world._now.AddHours(-4), TorrentTitle = request.TorrentTitle + new string('x', 120), TargetFolder = "/mnt/a/rather/deep/folder/of/films/" + request.MovieTitle, Warnings = ["The layer is only claimed."] });
        var old = world.Requests.All.Find(request => request.RequestId == "arrival")!;
        world.Requests.All.AddRange(Enumerable.Range(0, 1000).Select(index => old with { RequestId = $"old-{index}", CardId = $"old-{index}", MovieTitle = $"Film {index}", DecidedAt = world._now.AddHours(-30 - index * 7) }));
        return world;
    }

    public PreviewBus Bus { get; } = new();

    public PreviewRequests Requests { get; }

    public PreviewReleases Releases { get; }

    public PreviewLibrary Library { get; }

    public PreviewDownloads Downloads { get; }

    public PreviewActions Actions { get; }

    public PreviewSettings Settings { get; } = new();

    public PreviewFindings Findings { get; }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IEventBus>(Bus).AddSingleton<IRequests>(Requests).AddSingleton<IReleases>(Releases).AddSingleton<ILibrary>(Library).AddSingleton<ILibraryView>(Library)
            .AddSingleton<IDownloadBoard>(Downloads).AddSingleton<ISettings>(Settings)
            .AddSingleton<IConnectionBoard>(new PreviewConnections(_lively ? Connections() : []))
            .AddSingleton<IFindings>(Findings)
            .AddSingleton<IActivity>(new PreviewActivity(_lively ? Activity() : []))
            .AddSingleton<INotebook>(new PreviewNotebook(_lively ? _now.AddMinutes(-12) : null))
            .AddSingleton<IOutbox, PreviewOutbox>().AddSingleton<IBackup, PreviewBackup>()
            .AddSingleton<ISpaceView>(new PreviewSpace(_lively)).AddSingleton<ILogView>(new PreviewLogs(_lively ? Logs() : []))
            .AddSingleton<IJobsView>(new PreviewJobs(Jobs(), _lively ? Runs() : []))
            .AddSingleton<IFeedsView>(new PreviewFeeds(_lively ? Feeds() : []))
            .AddSingleton<IRequestActions>(Actions).AddSingleton<IReleaseActions>(Actions).AddSingleton<ILibraryActions>(Actions)
            .AddSingleton<IJobActions>(Actions).AddSingleton<FelScanner.Core.Workflow.TakeOverSettings>().AddSingleton<ISettingsActions>(Actions).AddSingleton<IAccessActions>(new PreviewAccess(_now));
    }

    private ConnectionReport[] Connections() =>
    [
        Fine("plex", "Connected to Living Room. 2 movie libraries.", ("movie_count", 1000)), Fine("radarr", "Connected.", ("movie_count", 1311)), Fine("qbittorrent", "Connected, version 5.0.4.", ("torrent_count", 214)),
        Fine("telegram", "Connected.", ("bot_name", "@home_fel_bot")),
        new() { Service = "iptorrents", Status = ConnectionStatus.Error, Fault = FaultKind.Unauthorised, Message = "IPTorrents asks for a new login.", Remedy = "Copy the cookies from your browser again.", LastCheck = _now.AddMinutes(-2) },
        Fine("feed:Prowlarr", "Read 40 entries.", ("entries", null)),
    ];

    private FeedRow[] Feeds() =>
    [
        new("iptorrents", ConnectionStatus.Error, _now.AddHours(-2), null, true, "IPTorrents asks for a new login.", "Copy the cookies from your browser again."),
        new("feed:Prowlarr", ConnectionStatus.Connected, _now.AddMinutes(-12), _now.AddMinutes(18), false, null, null),
    ];

    private ConnectionReport Fine(string service, string message, (string Name, object? Value) extra) =>
        new() { Service = service, Status = ConnectionStatus.Connected, Message = message, LatencyMs = 8, LastCheck = _now.AddMinutes(-2), Extra = new Dictionary<string, object?> { [extra.Name] = extra.Value } };

    private Finding[] Found() =>
        [new("iptorrents.login", FindingSeverity.Warning, "IPTorrents asks for a new login.", "The feed has been silent for 2 h. Copy the cookies from your browser again.", _now.AddHours(-2), "/settings/feeds")];

    private ActivityEntry[] Activity() =>
    [
        new("approved", "Kim", "telegram", "Interstellar (2014) was approved.", "inter", 4, null, _now.AddMinutes(-22)),
        new("started", "system", "system", "qBittorrent took it: 6b1d0c5a6f2d, saving to /data/movies/Interstellar (2014).", "inter", 4, null, _now.AddMinutes(-21)),
        new("proven", "system", "system", "The file was read: FEL is proven.", "inter", 4, null, _now.AddMinutes(-18)),
        new("offered", "system", "system", "Interstellar (2014) was offered: DV P8 → P7 FEL.", "inter", 4, null, _now.AddHours(-1)),
        new("press_refused", "Stranger", "telegram", "A press from a user who is not allowed changed nothing.", null, null, null, _now.AddHours(-5)),
        new("scan", "system", "system", "The library was read: 1,000 films, 3 changed.", null, null, null, _now.AddMinutes(-12)),
        new("sign_in", "Kim", "web", "Kim signed in.", null, null, null, _now.AddDays(-1)),
    ];

    private JobRow[] Jobs() =>
    [
        Job("scan-library", "Read the library", "every 6 h", "1,000 films, 3 changed", _now.AddMinutes(-12), _now.AddHours(5.8)),
        Job("check-feeds", "Check the feeds", "every 30 min", "40 read, 2 new, 1 upgrade", _now.AddMinutes(-23), _now.AddMinutes(7)) with { LastSucceeded = true },
        Job("track-downloads", "Follow the downloads", "every second while somebody looks", "3 running", _now.AddSeconds(-2), _now.AddSeconds(1)) with { Running = _lively, Progress = 40, ProgressMessage = "3 running" },
        Job("check-connections", "Check the services", "every 15 min", "IPTorrents asks for a new login. Copy the cookies from your browser again.", _now.AddMinutes(-2), _now.AddMinutes(13)) with { LastSucceeded = !_lively, FailuresInARow = 3 },
        Job("expire-requests", "Expire requests", "every minute", "nothing to do", _now.AddSeconds(-40), _now.AddSeconds(20)),
        Job("deliver-messages", "Deliver messages", "at once, and every minute", "nothing waits", _now.AddSeconds(-10), _now.AddSeconds(50)),
        Job("probe-files", "Read the layers of copies", "every hour", "12 copies wait", _now.AddMinutes(-50), null) with { Paused = !_reading, Running = _reading, Progress = 52, ProgressMessage = "10,449 of 20,000 copies, 3 h left" },
        Job("backup", "Back up", "every 24 h", "felscanner.zip, 14 MB", _now.AddHours(-5), _now.AddHours(19)),
    ];

    private JobRow Job(string id, string name, string schedule, string result, DateTimeOffset last, DateTimeOffset? next) => new()
    {
        Id = id,
        Name = name,
        Schedule = schedule,
        LastRun = _lively ? last : null,
        LastDuration = TimeSpan.FromSeconds(1.3),
        LastSucceeded = _lively ? true : null,
        LastResult = _lively ? result : null,
        NextRun = next,
    };

    private JobRun[] Runs() => [.. Enumerable.Range(0, 12).Select(index => new JobRun(index % 4 == 1 ? "check-connections" : "check-feeds", _now.AddMinutes(-index * 15), TimeSpan.FromSeconds(0.4 + index), index % 4 != 1, index % 4 == 1 ? "IPTorrents asks for a new login." : "40 read, none new"))];

    private LogLine[] Logs() => [.. Enumerable.Range(0, 300).Select(index => new LogLine(
        index, _now.AddSeconds(index - 300), index % 40 == 7 ? LogLevel.Error : index % 11 == 3 ? LogLevel.Warning : LogLevel.Information, index % 3 == 0 ? "CheckFeeds" : "TrackDownloads",
        index % 40 == 7 ? "iptorrents: login refused" : $"Read page {index} of Prowlarr in {index % 90} ms", index % 40 == 7 ? "ServiceFault: IPTorrents asks for a new login.\n   at IpTorrentsFeed.ReadAsync" : null))];
}
