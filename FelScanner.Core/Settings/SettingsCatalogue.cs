using FelScanner.Core.Settings.Keys;

namespace FelScanner.Core.Settings;

/// <summary>Every public key of the settings, once: the file, the environment, the API and the page are driven by it.</summary>
public static class SettingsCatalogue
{
    public const string Connections = "Connections";
    public const string Feeds = "Feeds";
    public const string Notifications = "Notifications";
    public const string DownloadsAndPaths = "Downloads & paths";
    public const string Access = "Access";
    public const string Backup = "Backup";
    public const string Advanced = "Advanced";

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        .. PlexKeys.All, .. RadarrKeys.All, .. QBittorrentKeys.All, .. TelegramKeys.All, .. FeedKeys.All,
        .. NotificationKeys.All, .. DownloadKeys.All, .. AccessKeys.All, .. RunningKeys.All,
    ];

    private static readonly Dictionary<string, SettingKey> ByName = All.ToDictionary(key => key.Name, StringComparer.Ordinal);

    /// <summary>The tabs of the settings page in their order.</summary>
    public static IReadOnlyList<string> Tabs { get; } = [Connections, Feeds, Notifications, DownloadsAndPaths, Access, Backup, Advanced];

    /// <summary>Null when there is no such key.</summary>
    public static SettingKey? Find(string name) => ByName.GetValueOrDefault(name);

    public static IReadOnlyList<SettingKey> Group(string group) => [.. All.Where(key => key.Group == group)];

    public static IReadOnlyList<SettingKey> Tab(string tab) => [.. All.Where(key => key.Tab == tab)];
}
