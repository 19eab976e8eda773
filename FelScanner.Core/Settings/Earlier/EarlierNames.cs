using System.Globalization;
using System.Text.Json.Nodes;

namespace FelScanner.Core.Settings.Earlier;

/// <summary>The names that earlier editions had for what is a setting today. Most are the same.</summary>
internal static class EarlierNames
{
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["plex_server_url"] = "plex_url",
        ["plex_base_url"] = "plex_url",
        ["library_name"] = "library_names",
        ["plex_library"] = "library_names",
        ["plex_library_name"] = "library_names",
        ["scan_frequency"] = "scan_interval_hours",
        ["telegram_bot_token"] = "telegram_token",
        ["radarr_root_folder"] = "radarr_root_path",
        ["qbittorrent_user"] = "qbittorrent_username",
        ["qbittorrent_pass"] = "qbittorrent_password",
        ["qbittorrent_pause"] = "qbit_pause_on_add",
        ["qbittorrent_sequential"] = "qbit_sequential_download",
        ["download_category"] = "qbittorrent_category",
        ["download_category_fel"] = "qbittorrent_category",
        ["pause_on_add"] = "qbit_pause_on_add",
        ["sequential_download"] = "qbit_sequential_download",
        ["download_approval_expires_hours"] = "notify_expire_hours",
        ["notify_dv_any"] = "notify_dv",
        ["notify_dv_upgrades"] = "notify_dv_profile_upgrades",
        ["notify_atmos_any"] = "notify_atmos",
        ["notify_atmos_to_dv"] = "notify_atmos_with_dv_upgrade",
        ["notify_4k_any"] = "notify_resolution",
        ["notify_resolution_upgrade"] = "notify_resolution_only_upgrades",
        ["collection_name_all_dv"] = "collection_all_dv",
        ["collection_name_profile7"] = "collection_p7_fel",
        ["collection_name_truehd_atmos"] = "collection_atmos",
        ["ipt_uid"] = "iptorrents_uid",
        ["ipt_pass"] = "iptorrents_pass",
        ["ipt_cf_clearance"] = "iptorrents_cf_clearance",
        ["cookies_uid"] = "iptorrents_uid",
        ["cookies_pass"] = "iptorrents_pass",
        ["cookies_cf_clearance"] = "iptorrents_cf_clearance",
        ["ipt_search_term"] = "iptorrents_search",
        ["search_term"] = "iptorrents_search",
        ["check_interval"] = "iptorrents_interval_minutes",
        ["solver_url"] = "flaresolverr_url",
        ["ipt_solver_url"] = "flaresolverr_url",
    };

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["telegram_enabled"] = "Telegram is on as soon as it has a token and a chat.",
        ["enabled"] = "a feed is on as soon as it has its cookies or its address.",
        ["auto_start"] = "jobs run by themselves.",
        ["max_reports_size"] = "reports are pages, no files.",
        ["secret_key"] = "sessions need no key of yours.",
        ["cached_cookies"] = "cookies are read anew.",
        ["last_update_time"] = "it is no setting.",
        ["solver_timeout"] = "the program waits as long as it must.",
    };

    /// <summary>Today's key, or null.</summary>
    public static string? Today(string name) => Renamed.GetValueOrDefault(name) ?? (SettingsCatalogue.Find(name) is null ? null : name);

    public static string WhyNot(string name) => $"{name} was not taken: {Reasons.GetValueOrDefault(name, "there is no such setting here.")}";

    /// <summary>A cron line becomes minutes; everything else stays as it is.</summary>
    public static JsonNode Translate(string name, JsonNode value) =>
        name == "check_interval" && value.ToString().Contains(' ') ? JsonValue.Create(MinutesOf(value.ToString())) : value;

    /// <summary>"*/15 * * * *" is 15, "0 */2 * * *" 120, "0 0 * * *" a day; anything else two hours, which was the default.</summary>
    private static int MinutesOf(string cron) => cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var minutes, "*", ..] when Every(minutes) is { } every => Math.Max(5, every),
        [_, var hours, ..] when Every(hours) is { } every => every * 60,
        ["0", "*", ..] => 60,
        [_, "0", ..] => 24 * 60,
        _ => 120,
    };

    private static int? Every(string field) =>
        field.StartsWith("*/", StringComparison.Ordinal) && int.TryParse(field.AsSpan(2), CultureInfo.InvariantCulture, out var every) && every is > 0 and < 60 ? every : null;
}
