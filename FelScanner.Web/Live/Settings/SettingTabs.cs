namespace FelScanner.Web.Live.Settings;

/// <summary>Where every setting stands: on the tab on which people look for it.</summary>
public static class SettingTabs
{
    public static IReadOnlyList<SettingTab> All { get; } =
    [
        new("connections", "Connections", "Where is everything?", ConnectionFields.Sections),
        new("feeds", "Feeds", "Where do releases come from?", FeedFields.Sections),
        new("notifications", "Notifications", "When should FelScanner ask you?", NotificationFields.Sections),
        new("downloads", "Downloads & paths", "Where do downloads go?", DownloadFields.Sections),
        new("access", "Access", "Who may come in?", AccessFields.Sections),
        new("backup", "Backup", "What if the disk breaks?", AccessFields.BackupSections),
        new("advanced", "Advanced", "How often, how long, and for whom else?", AccessFields.AdvancedSections),
    ];

    public static SettingTab Find(string? slug) => All.FirstOrDefault(tab => tab.Slug == slug) ?? All[0];

    /// <summary>The tab that holds a key; the last one for a key nobody placed.</summary>
    public static SettingTab Of(string key) => All.FirstOrDefault(tab => tab.Keys.Contains(key)) ?? All[^1];

    public static FieldKind? KindOf(string key) => All.SelectMany(tab => tab.Sections).SelectMany(section => section.Fields).FirstOrDefault(one => one.Key == key)?.Kind;

    public static string NameOf(string key) => All.SelectMany(tab => tab.Sections).SelectMany(section => section.Fields).FirstOrDefault(one => one.Key == key)?.Name ?? key;
}
