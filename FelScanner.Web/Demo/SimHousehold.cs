using System.Text.Json.Nodes;
using FelScanner.Web.Demo.IpTorrents;
using FelScanner.Web.Demo.Plex;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.Radarr;
using FelScanner.Web.Demo.Telegram;
using FelScanner.Web.Demo.Torznab;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo;

/// <summary>How a simulated household is set up, service by service.</summary>
public sealed record HouseholdOptions
{
    public SimRoots Roots { get; init; } = SimRoots.Same("/movies");
    public PlexOptions Plex { get; init; } = new();
    public RadarrOptions Radarr { get; init; } = new();
    public QbOptions QBittorrent { get; init; } = new();
    public TelegramOptions Telegram { get; init; } = new();
    public IpTorrentsOptions IpTorrents { get; init; } = new();

    /// <summary>True: the Torznab indexer stands before a tracker of its own.</summary>
    public bool HasSecondTracker { get; init; }
}

/// <summary>All the simulated services around one world: what finishes in qBittorrent lies in the film's folder, and Plex finds it there.</summary>
public sealed class SimHousehold : IAsyncDisposable
{
    private readonly HouseholdOptions _options;

    private SimHousehold(TimeProvider time, HouseholdOptions options)
    {
        _options = options;
        World = new SimWorld(time, options.Roots);
        Tracker = new SimTracker(time);
        Plex = new SimPlex(World, time, options.Plex);
        Radarr = new SimRadarr(World, time, options.Radarr);
        QBittorrent = new SimQBittorrent(time, options.QBittorrent) { OnCompleted = Arrive, OnRenamed = Rename };
        Telegram = new SimTelegram(time, options.Telegram);
        IpTorrents = new SimIpTorrents(Tracker, time, options.IpTorrents);
        SecondTracker = options.HasSecondTracker ? new SimTracker(time) : Tracker;
        Torznab = new SimTorznab(SecondTracker, time);
    }

    public SimWorld World { get; }

    public SimTracker Tracker { get; }

    /// <summary>What the Torznab indexer offers; the same as <see cref="Tracker"/> unless it was set up apart.</summary>
    public SimTracker SecondTracker { get; }

    public SimPlex Plex { get; }

    public SimRadarr Radarr { get; }

    public SimQBittorrent QBittorrent { get; }

    public SimTelegram Telegram { get; }

    public SimIpTorrents IpTorrents { get; }

    public SimTorznab Torznab { get; }

    /// <summary>Told when a download has arrived in a film's folder: the torrent, the film, and what the file truly is.</summary>
    public Action<QbTorrent, SimFilm, SimCopy>? OnArrived { get; set; }

    /// <summary>Told when a file that has arrived got another name: the film, the old name and the new one.</summary>
    public Action<SimFilm, string, string>? OnRenamedFile { get; set; }

    /// <summary>Calls that no right client makes, from every service.</summary>
    public IReadOnlyList<SimCall> Unexpected => [.. Services.SelectMany(s => s.Unexpected)];

    /// <summary>Every service here, to start, stop or watch them alike.</summary>
    public IReadOnlyList<SimService> Services => [Plex, Radarr, QBittorrent, Telegram, IpTorrents, Torznab];

    public static async Task<SimHousehold> StartAsync(TimeProvider time, HouseholdOptions options, CancellationToken cancellationToken)
    {
        var household = new SimHousehold(time, options);
        foreach (var service in household.Services)
            await service.StartAsync(cancellationToken);
        return household;
    }

    /// <summary>The settings that lead to this household, by their public names: text as it is, everything else as JSON.</summary>
    public IReadOnlyDictionary<string, string> Settings() => new Dictionary<string, string>
    {
        ["plex_url"] = Trimmed(Plex.Address),
        ["plex_token"] = Plex.Token,
        ["radarr_url"] = Trimmed(Radarr.Address),
        ["radarr_api_key"] = Radarr.ApiKey,
        ["radarr_root_path"] = World.Roots.Radarr,
        ["qbittorrent_host"] = "127.0.0.1",
        ["qbittorrent_port"] = QBittorrent.Address.Port.ToInvariant(),
        ["qbittorrent_username"] = _options.QBittorrent.Username,
        ["qbittorrent_password"] = _options.QBittorrent.Password,
        ["telegram_token"] = Telegram.Token,
        ["telegram_chat_id"] = Telegram.ChatId.ToInvariant(),
        ["telegram_api_url"] = Trimmed(Telegram.Address),
        ["iptorrents_url"] = Trimmed(IpTorrents.Address),
        ["iptorrents_uid"] = _options.IpTorrents.Uid,
        ["iptorrents_pass"] = _options.IpTorrents.Pass,
        ["iptorrents_cf_clearance"] = _options.IpTorrents.CfClearance,
        ["iptorrents_user_agent"] = _options.IpTorrents.UserAgent,
        ["path_mappings"] = Mappings().ToJsonString(),
    };

    /// <summary>The definition of the Torznab feed, for the setting "feeds".</summary>
    public JsonObject TorznabFeed(string name = "Prowlarr") => new()
    {
        ["name"] = name,
        ["type"] = "torznab",
        ["url"] = Torznab.FeedAddress.ToString(),
        ["api_key"] = Torznab.ApiKey,
        ["search"] = "",
        ["categories"] = new JsonArray(2045),
        ["interval_minutes"] = 30,
        ["enabled"] = true,
        ["download_hosts"] = new JsonArray(),
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Services)
            await service.DisposeAsync();
    }

    private JsonArray Mappings()
    {
        var mappings = new JsonArray();
        foreach (var (service, to) in (ReadOnlySpan<(string, string)>)[("qbittorrent", World.Roots.QBittorrent), ("plex", World.Roots.Plex)])
        {
            if (to != World.Roots.Radarr)
                mappings.Add(new JsonObject { ["service"] = service, ["from"] = World.Roots.Radarr, ["to"] = to });
        }
        return mappings;
    }

    private void Arrive(QbTorrent torrent)
    {
        if (World.AtPath(torrent.SavePath) is not { } film)
            return;
        var release = Tracker.FindByHash(torrent.Hash) ?? SecondTracker.FindByHash(torrent.Hash);
        var fileName = torrent.File is { } file ? torrent.Shown(file.Files.MaxBy(f => f.Bytes)!.Path) : torrent.Name;
        var copy = new SimCopy
        {
            Id = World.NextCopyId(),
            FileName = fileName,
            Bytes = torrent.Bytes,
            Picture = release?.Picture ?? SimPicture.P7Fel,
            Sound = release?.Sound ?? SimSound.TrueHdAtmos,
        };
        World.Arrive(film, copy);
        OnArrived?.Invoke(torrent, film, copy);
    }

    private void Rename(QbTorrent torrent, string from, string to)
    {
        if (World.AtPath(torrent.SavePath) is not { } film || !World.Rename(film.Id, from, to))
            return;
        OnRenamedFile?.Invoke(film, from, to);
    }

    private static string Trimmed(Uri address) => address.ToString().TrimEnd('/');
}
