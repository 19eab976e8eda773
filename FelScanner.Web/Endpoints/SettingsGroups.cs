using FelScanner.Core.Settings;

namespace FelScanner.Web.Endpoints;

/// <summary>Which settings belong to which call of the API.</summary>
internal static class SettingsGroups
{
    public const string Notifications = "notifications";

    public static readonly IReadOnlyList<string> Services = ["plex", "radarr", "qbittorrent", "telegram", "iptorrents"];

    public static IReadOnlyList<string> KeysOf(string group) => [.. SettingsCatalogue.Group(group).Select(key => key.Name)];
}
