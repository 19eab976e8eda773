using System.Collections.Frozen;

namespace FelScanner.Web.Cli;

/// <summary>The public settings keys that no verdict depends on: <c>decide</c> takes them, so that a whole settings file can be pasted.</summary>
internal static class SettingsKeys
{
    public static FrozenSet<string> WithoutEffect { get; } =
        """
        plex_url plex_token library_names plex_scan_after_download plex_manage_collections collection_all_dv collection_p7_fel collection_atmos
        radarr_url radarr_api_key radarr_root_path radarr_rescan_after_download
        qbittorrent_host qbittorrent_port qbittorrent_https qbittorrent_verify_tls qbittorrent_base_path qbittorrent_username qbittorrent_password qbittorrent_category
        qbit_pause_on_add qbit_sequential_download qbit_upload_limit
        telegram_token telegram_chat_id telegram_allowed_user_ids telegram_mode telegram_webhook_url telegram_webhook_secret telegram_api_url
        iptorrents_url iptorrents_uid iptorrents_pass iptorrents_cf_clearance iptorrents_user_agent iptorrents_search iptorrents_rss_url iptorrents_interval_minutes
        flaresolverr_url feeds feeds_first_reading notify_expire_hours notify_download_start notify_download_complete notify_download_error
        download_keep_original_name download_verify_disk_space download_min_free_space_gb download_max_pending_approvals path_mappings
        api_key base_path public_url trusted_proxies scan_interval_hours connection_check_minutes backup_interval_hours backup_keep history_keep_days
        metrics_enabled webhook_url webhook_secret
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
