using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Core.Settings;

/// <summary>One consistent reading of all settings, with environment overrides applied and secrets in clear. The public keys are in <see cref="SettingsCatalogue"/>.</summary>
public sealed record FelSettings
{
    public PlexSettings Plex { get; init; } = new();
    public RadarrSettings Radarr { get; init; } = new();
    public QBittorrentSettings QBittorrent { get; init; } = new();
    public TelegramSettings Telegram { get; init; } = new();
    public IpTorrentsSettings IpTorrents { get; init; } = new();
    public MoreFeedsSettings More { get; init; } = new();
    public NotificationSettings Notifications { get; init; } = new();
    public DownloadSettings Downloads { get; init; } = new();
    public IReadOnlyList<PathMapping> PathMappings { get; init; } = [];
    public AccessSettings Access { get; init; } = new();
    public RunningSettings Running { get; init; } = new();
}

public sealed record PlexSettings
{
    public string Url { get; init; } = "";
    public Secret Token { get; init; }
    public IReadOnlyList<string> LibraryNames { get; init; } = [];
    public bool ScanAfterDownload { get; init; } = true;
    public bool ManageCollections { get; init; }
    public string CollectionAllDv { get; init; } = "All Dolby Vision";
    public string CollectionP7Fel { get; init; } = "DV FEL Profile 7";
    public string CollectionAtmos { get; init; } = "TrueHD Atmos";

    /// <summary>The FEL collection holds what the owner marked as FEL too, not only what a file has proven.</summary>
    public bool CollectionFelMarked { get; init; } = true;
}

public sealed record RadarrSettings
{
    public string Url { get; init; } = "";
    public Secret ApiKey { get; init; }
    public string RootPath { get; init; } = "";
    public bool RescanAfterDownload { get; init; }
}

public sealed record QBittorrentSettings
{
    public string Host { get; init; } = "";
    public int Port { get; init; } = 8080;
    public bool Https { get; init; }
    public bool VerifyTls { get; init; } = true;
    public string BasePath { get; init; } = "";
    public string Username { get; init; } = "";
    public Secret Password { get; init; }
    public string Category { get; init; } = "movies-fel";
    public bool PauseOnAdd { get; init; }
    public bool SequentialDownload { get; init; } = true;

    /// <summary>KiB/s; 0 = none.</summary>
    public int UploadLimit { get; init; }
}

public sealed record TelegramSettings
{
    public Secret Token { get; init; }
    public string ChatId { get; init; } = "";

    /// <summary>Empty: anyone in the chat if it is a private chat, nobody in a group.</summary>
    public IReadOnlyList<long> AllowedUserIds { get; init; } = [];

    /// <summary>"polling" or "webhook".</summary>
    public string Mode { get; init; } = "polling";
    public string WebhookUrl { get; init; } = "";
    public Secret WebhookSecret { get; init; }
    public string ApiUrl { get; init; } = "https://api.telegram.org";

    public bool IsConfigured => Token.IsSet && ChatId.Length > 0;
}

public sealed record IpTorrentsSettings
{
    public string Url { get; init; } = "https://iptorrents.com";
    public Secret Uid { get; init; }
    public Secret Pass { get; init; }
    public Secret CfClearance { get; init; }
    public string UserAgent { get; init; } = "";
    public IReadOnlyList<string> Search { get; init; } = ["BL+EL+RPU"];
    public Secret RssUrl { get; init; }
    public int IntervalMinutes { get; init; } = 30;
    public string FlareSolverrUrl { get; init; } = "";

    public bool HasCookies => Uid.IsSet && Pass.IsSet;

    public bool IsConfigured => HasCookies || RssUrl.IsSet;
}

public sealed record MoreFeedsSettings
{
    public IReadOnlyList<FeedDefinition> Feeds { get; init; } = [];

    /// <summary>"remember": the first reading of a new feed asks nobody; "ask": it is like any other.</summary>
    public string FirstReading { get; init; } = "remember";
}

/// <summary>One Torznab or RSS feed.</summary>
public sealed record FeedDefinition
{
    public required string Name { get; init; }

    /// <summary>"torznab" or "rss".</summary>
    public required string Type { get; init; }
    public required string Url { get; init; }
    public Secret ApiKey { get; init; }
    public string Search { get; init; } = "";
    public IReadOnlyList<int> Categories { get; init; } = [2045];
    public int IntervalMinutes { get; init; } = 30;
    public bool Enabled { get; init; } = true;

    /// <summary>Further hosts from which this feed's .torrent files may come.</summary>
    public IReadOnlyList<string> DownloadHosts { get; init; } = [];
}

public sealed record NotificationSettings
{
    public NotificationRules Rules { get; init; } = new();

    /// <summary>What the owner noted about release groups, "Group: note" each.</summary>
    public IReadOnlyList<string> GroupNotes { get; init; } = [];
    public double ExpireHours { get; init; } = 24;
    public bool DownloadStart { get; init; } = true;
    public bool DownloadComplete { get; init; } = true;
    public bool DownloadError { get; init; } = true;

    /// <summary>The note about a group; null when there is none.</summary>
    public string? NoteOf(string group) =>
        GroupNotes.FirstOrDefault(line => IsAbout(line, group)) is { } line ? line[(group.Length + 1)..].Trim() : null;

    /// <summary>True when the line is the note about this group.</summary>
    public static bool IsAbout(string line, string group) =>
        line.Length > group.Length && line[group.Length] == ':' && line.StartsWith(group, StringComparison.OrdinalIgnoreCase);
}

public sealed record DownloadSettings
{
    public bool KeepOriginalName { get; init; } = true;
    public bool VerifyDiskSpace { get; init; } = true;
    public double MinFreeSpaceGb { get; init; } = 100;
    public int MaxPendingApprovals { get; init; } = 10;
}

public sealed record AccessSettings
{
    public Secret ApiKey { get; init; }
    public string BasePath { get; init; } = "";
    public string PublicUrl { get; init; } = "";

    /// <summary>Addresses or CIDR ranges whose forwarded headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The header in which a trusted proxy names the person it has signed in; empty: none is believed.</summary>
    public string ProxyUserHeader { get; init; } = "";
}

public sealed record RunningSettings
{
    public double ScanIntervalHours { get; init; } = 6;
    public int ConnectionCheckMinutes { get; init; } = 15;
    public double BackupIntervalHours { get; init; } = 24;
    public int BackupKeep { get; init; } = 7;

    /// <summary>0 = for ever.</summary>
    public int HistoryKeepDays { get; init; }
    public bool MetricsEnabled { get; init; }
    public string WebhookUrl { get; init; } = "";
    public Secret WebhookSecret { get; init; }
}
