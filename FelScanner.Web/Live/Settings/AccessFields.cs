namespace FelScanner.Web.Live.Settings;

internal static class AccessFields
{
    public static IReadOnlyList<SettingSection> Sections { get; } =
    [
        new("Addresses",
        [
            new("public_url", "Public address", "For links in messages. Empty: messages have none.") { Placeholder = "https://fel.example.org" },
            new("base_path", "Path", "Behind a reverse proxy that serves this program below a path, such as /felscanner. Needs a restart."),
            new("trusted_proxies", "Trusted proxies", "One address or range a line. Only their word about the caller's address is believed.", FieldKind.Lines),
            new("proxy_user_header", "Sign-in by the proxy", "The header in which a trusted proxy names who it has signed in. Empty: everybody signs in here.") { Placeholder = "Remote-User" },
        ]),
    ];

    public static IReadOnlyList<SettingSection> BackupSections { get; } =
    [
        new("By itself",
        [
            new("backup_interval_hours", "Back up every", "A consistent copy of database, settings and keys, in the data folder's backups.", FieldKind.Number) { Unit = "hours" },
            new("backup_keep", "Keep", "Older ones are deleted.", FieldKind.Number) { Unit = "backups" },
        ]),
    ];

    public static IReadOnlyList<SettingSection> AdvancedSections { get; } =
    [
        new("Rhythm",
        [
            new("scan_interval_hours", "Read the library every", "Changes are also told by Plex as they happen.", FieldKind.Number) { Unit = "hours" },
            new("connection_check_minutes", "Check the services every", "What is wrong shows on the dashboard.", FieldKind.Number) { Unit = "min" },
            new("history_keep_days", "Keep the history for", "0: for ever. What was asked once is remembered all the same.", FieldKind.Number) { Unit = "days" },
        ]),
        new("Other programs",
        [
            new("webhook_url", "Outgoing webhook", "Every event is posted there as JSON."),
            new("webhook_secret", "Webhook secret", "Signs what is sent, so that the receiver knows it comes from here.", FieldKind.Secret),
            new("metrics_enabled", "Metrics for Prometheus", "At /metrics, with the API key.", FieldKind.Switch),
        ]),
    ];
}
