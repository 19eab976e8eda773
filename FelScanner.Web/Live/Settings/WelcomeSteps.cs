namespace FelScanner.Web.Live.Settings;

/// <summary>The wizard after the account: one service a step, only what it cannot do without. Every step can wait.</summary>
public static class WelcomeSteps
{
    public static IReadOnlyList<SettingTab> All { get; } =
    [
        Step("plex", "Plex", "FelScanner reads which films you own, and in which quality. It changes nothing in Plex.", "plex_url", "plex_token", "library_names"),
        Step("radarr", "Radarr", "Radarr knows the folder of every film. Downloads go there and nowhere else.", "radarr_url", "radarr_api_key"),
        Step("qbittorrent", "qBittorrent", "It downloads what you approve, one download for one yes.", "qbittorrent_host", "qbittorrent_port", "qbittorrent_username", "qbittorrent_password"),
        Step("telegram", "Telegram", "The question reaches your phone, with two buttons. Without it, you decide on the dashboard.", "telegram_token", "telegram_chat_id", "telegram_allowed_user_ids"),
        Step("feeds", "Feeds", "Where releases come from: IPTorrents, or any Torznab or RSS feed.", "iptorrents_uid", "iptorrents_pass", "iptorrents_rss_url", "feeds"),
        Step("paths", "Paths", "If qBittorrent or Plex see Radarr's folder under another path, say so. Then see where a film would land.", "radarr_root_path", "path_mappings"),
        Step("rules", "Rules", "When you are asked. The defaults ask about real upgrades to FEL and to Dolby Vision, and about nothing else.", "notify_fel", "notify_fel_unproven", "notify_dv_from_hdr", "notify_dv_profile_upgrades", "notify_atmos_with_dv_upgrade", "notify_expire_hours"),
    ];

    public static int IndexOf(string? slug) => Math.Max(0, All.ToList().FindIndex(step => step.Slug == slug));

    private static SettingTab Step(string slug, string name, string question, params string[] keys)
    {
        SettingField[] known = [.. SettingTabs.All.SelectMany(tab => tab.Sections).SelectMany(section => section.Fields)];
        var test = slug is "paths" or "rules" ? null : slug;
        return new SettingTab(slug, name, question, [new SettingSection(name, [.. keys.Select(key => known.First(one => one.Key == key))], test)]);
    }
}
