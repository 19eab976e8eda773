namespace FelScanner.Core.Settings.Keys;

internal static class RunningKeys
{
    private static readonly KeyGroup Backup = new("running", SettingsCatalogue.Backup);
    private static readonly KeyGroup Advanced = new("running", SettingsCatalogue.Advanced);
    private static readonly KeyGroup Groups = new("running", SettingsCatalogue.Notifications);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Advanced.Hours("scan_interval_hours", 6, "Library scan", "How often the whole library is read.", (s, v) => s with { Running = s.Running with { ScanIntervalHours = v } }),
        Advanced.Whole("connection_check_minutes", 15, 1, 1440, "minutes", "Connection check", "How often every connection is tested.", (s, v) => s with { Running = s.Running with { ConnectionCheckMinutes = v } }),
        Backup.Hours("backup_interval_hours", 24, "Backup interval", "How often a backup is written into the data folder.", (s, v) => s with { Running = s.Running with { BackupIntervalHours = v } }),
        Backup.Whole("backup_keep", 7, 1, 1000, "", "Backups to keep", "How many backups are kept; older ones are deleted.", (s, v) => s with { Running = s.Running with { BackupKeep = v } }),
        Advanced.Whole("history_keep_days", 0, 0, 36500, "days", "Keep history", "How long ended requests stay in the history; 0 means for ever.", (s, v) => s with { Running = s.Running with { HistoryKeepDays = v } }),
        Advanced.Switch("metrics_enabled", false, "Metrics", "Serves figures for Prometheus at /metrics, with the API key.", (s, v) => s with { Running = s.Running with { MetricsEnabled = v } }),
        Advanced.Url("webhook_url", "", "Outgoing webhook", "Where every event is posted as JSON; empty means nowhere.", (s, v) => s with { Running = s.Running with { WebhookUrl = v } }),
        Advanced.Secret("webhook_secret", "Webhook secret", "Signs what is posted, so that the receiver can tell it is from here.", (s, v) => s with { Running = s.Running with { WebhookSecret = v } }),
        Groups.Texts("groups_preferred", [], "Preferred groups", "Release groups that break ties between releases of one film.", (s, v) => s with { Notifications = s.Notifications with { Rules = s.Notifications.Rules with { GroupsPreferred = v } } }),
        Groups.Texts("groups_blocked", [], "Blocked groups", "Release groups whose releases are never asked about.", (s, v) => s with { Notifications = s.Notifications with { Rules = s.Notifications.Rules with { GroupsBlocked = v } } }),
        Groups.Texts("group_notes", [], "Notes about groups", "What to remember of a release group, as “Group: note”; shown wherever the group is named.", (s, v) => s with { Notifications = s.Notifications with { GroupNotes = v } }, NoteFault),
    ];

    private static string? NoteFault(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and <= 64 && line.Length <= 500 ? null : "Each note is “Group: note”, 500 characters at most.";
}
