using System.Text.Json;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Settings;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Settings in memory with two checks, one locked key and set secrets.</summary>
internal sealed class PreviewSettings : ISettings
{
    private readonly Dictionary<string, JsonElement> _values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
        """
        {"plex_url":"http://plex.test:32400","plex_token":"********","library_names":["Movies","Films 4K"],"plex_scan_after_download":true,"plex_manage_collections":false,"collection_all_dv":"All Dolby Vision","collection_p7_fel":"DV FEL Profile 7","collection_atmos":"TrueHD Atmos",
        "radarr_url":"http://radarr.test:7878","radarr_api_key":"********","radarr_root_path":"/movies","radarr_rescan_after_download":false,
        "qbittorrent_host":"qbit.test","qbittorrent_port":8080,"qbittorrent_https":false,"qbittorrent_verify_tls":true,"qbittorrent_base_path":"","qbittorrent_username":"","qbittorrent_password":"","qbittorrent_category":"movies-fel","qbit_pause_on_add":false,"qbit_sequential_download":true,"qbit_upload_limit":0,
        "telegram_token":"********","telegram_chat_id":"4711","telegram_allowed_user_ids":[],"telegram_mode":"polling","telegram_webhook_url":"","telegram_webhook_secret":"********","telegram_api_url":"https://api.telegram.org",
        "iptorrents_url":"https://iptorrents.com","iptorrents_uid":"********","iptorrents_pass":"********","iptorrents_cf_clearance":"","iptorrents_user_agent":"","iptorrents_search":["BL+EL+RPU"],"iptorrents_rss_url":"","iptorrents_interval_minutes":30,"flaresolverr_url":"",
        "feeds":[{"name":"Prowlarr","type":"torznab","url":"http://prowlarr.test:9696/1/api","api_key":"********","search":"","categories":[2045],"interval_minutes":30,"enabled":true,"download_hosts":[]}],"feeds_first_reading":"remember",
        "notify_fel":true,"notify_fel_from_p5":true,"notify_fel_from_hdr":true,"notify_fel_duplicates":false,"notify_fel_unproven":true,"notify_discs":false,"notify_dv":false,"notify_dv_from_hdr":true,"notify_dv_profile_upgrades":true,"notify_atmos":false,"notify_atmos_only_if_no_atmos":true,"notify_atmos_with_dv_upgrade":true,"notify_resolution":false,"notify_resolution_only_upgrades":true,"notify_only_library_movies":true,"notify_never_duplicates":true,"notify_expire_hours":24,
        "notify_download_start":true,"notify_download_complete":true,"notify_download_error":true,"download_keep_original_name":true,"download_verify_disk_space":true,"download_min_free_space_gb":100,"download_max_pending_approvals":10,
        "path_mappings":[{"service":"qbittorrent","from":"/movies","to":"/data/movies"}],"api_key":"********","base_path":"","public_url":"","trusted_proxies":[],
        "scan_interval_hours":6,"connection_check_minutes":15,"backup_interval_hours":24,"backup_keep":7,"history_keep_days":0,"metrics_enabled":false,"webhook_url":"","webhook_secret":"********","groups_preferred":["FraMeSToR"],"groups_blocked":[]}
        """)!;

    public event Action? Changed;

    public string IncomingWebhookSecret { get; } = "0123456789abcdef";

    public FelSettings Current { get; } = new()
    {
        Telegram = new TelegramSettings { Token = new Secret("1:a"), ChatId = "4711" },
        Notifications = new NotificationSettings { Rules = new NotificationRules { GroupsPreferred = ["FraMeSToR"] } },
    };

    public IReadOnlyDictionary<string, string> Locked { get; } = new Dictionary<string, string> { ["radarr_url"] = "RADARR_URL" };

    public IReadOnlyDictionary<string, string> Faults { get; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, JsonElement> Show(IEnumerable<string>? keys = null) => new Dictionary<string, JsonElement>(_values);

    public SettingsPreview Preview(IReadOnlyDictionary<string, JsonElement> values)
    {
        var errors = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (key, value) in values)
            if (_values[key].ValueKind == JsonValueKind.Number && value.ValueKind != JsonValueKind.Number)
                errors[key] = ["This must be a number."];
            else if (key.EndsWith("_url", StringComparison.Ordinal) && value.GetString() is { Length: > 0 } url && !Uri.TryCreate(url, UriKind.Absolute, out _))
                errors[key] = ["This is no address. It begins with http:// or https://."];
        return new SettingsPreview(Current, errors);
    }

    public Task<SettingsPreview> SaveAsync(IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        var outcome = Preview(values);
        if (outcome.IsValid)
        {
            foreach (var (key, value) in values)
                _values[key] = value;
            Changed?.Invoke();
        }

        return Task.FromResult(outcome);
    }
}
