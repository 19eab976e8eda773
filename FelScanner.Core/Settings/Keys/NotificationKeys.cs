using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Core.Settings.Keys;

internal static class NotificationKeys
{
    private static readonly KeyGroup Notify = new("notifications", SettingsCatalogue.Notifications);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Rule("notify_fel", true, "FEL", "Asks about a P7 FEL release where you have Dolby Vision without FEL.", (r, v) => r with { NotifyFel = v }),
        Rule("notify_fel_from_p5", true, "FEL over profile 5", "Asks about a P7 FEL release where your best copy is profile 5.", (r, v) => r with { NotifyFelFromP5 = v }),
        Rule("notify_fel_from_hdr", true, "FEL over HDR or SDR", "Asks about a P7 FEL release where you have no Dolby Vision.", (r, v) => r with { NotifyFelFromHdr = v }),
        Rule("notify_fel_duplicates", false, "FEL though FEL is owned", "Asks about a further P7 FEL release where you have one already.", (r, v) => r with { NotifyFelDuplicates = v }),
        Rule("notify_fel_unproven", true, "Perhaps FEL", "Asks also where the release is P7 and only may be FEL.", (r, v) => r with { NotifyFelUnproven = v }),
        Rule("notify_discs", false, "Full discs", "Lets full disc structures pass, which Plex can neither play nor stack.", (r, v) => r with { NotifyDiscs = v }),
        Rule("notify_dv", false, "Any Dolby Vision", "Asks about any Dolby Vision release that stands higher than what you have.", (r, v) => r with { NotifyDv = v }),
        Rule("notify_dv_from_hdr", true, "Dolby Vision over HDR", "Asks about a Dolby Vision release where you have none.", (r, v) => r with { NotifyDvFromHdr = v }),
        Rule("notify_dv_profile_upgrades", true, "Better profile", "Asks about a Dolby Vision release of a better profile than yours.", (r, v) => r with { NotifyDvProfileUpgrades = v }),
        Rule("notify_atmos", false, "Atmos", "Asks about a release with Atmos where the picture is not worse than yours.", (r, v) => r with { NotifyAtmos = v }),
        Rule("notify_atmos_only_if_no_atmos", true, "Only where there is no Atmos", "Leaves out a better kind of Atmos where you have Atmos already.", (r, v) => r with { NotifyAtmosOnlyIfNoAtmos = v }),
        Rule("notify_atmos_with_dv_upgrade", true, "Atmos with better Dolby Vision", "Asks about a release that adds Atmos and better Dolby Vision at once.", (r, v) => r with { NotifyAtmosWithDvUpgrade = v }),
        Rule("notify_resolution", false, "Resolution", "Asks about a release of higher resolution.", (r, v) => r with { NotifyResolution = v }),
        Rule("notify_resolution_only_upgrades", true, "Only higher resolutions", "Leaves out resolutions below your best.", (r, v) => r with { NotifyResolutionOnlyUpgrades = v }),
        Rule("notify_only_library_movies", true, "Only films you have", "Leaves out films that are not in your library; off, their FEL releases may be asked about.", (r, v) => r with { NotifyOnlyLibraryMovies = v }),
        Rule("notify_never_duplicates", true, "Never the same again", "Leaves out releases whose picture and sound you have already.", (r, v) => r with { NotifyNeverDuplicates = v }),
        Notify.Hours("notify_expire_hours", 24, "Expiry", "How long a request waits for a decision.", (s, v) => s with { Notifications = s.Notifications with { ExpireHours = v } }),
        Notify.Switch("notify_download_start", true, "Tell the start", "Tells that a download has begun.", (s, v) => s with { Notifications = s.Notifications with { DownloadStart = v } }),
        Notify.Switch("notify_download_complete", true, "Tell the end", "Tells that a download has arrived and what its file proves.", (s, v) => s with { Notifications = s.Notifications with { DownloadComplete = v } }),
        Notify.Switch("notify_download_error", true, "Tell errors", "Tells that a download has gone wrong, and what to do.", (s, v) => s with { Notifications = s.Notifications with { DownloadError = v } }),
    ];

    private static SettingKey Rule(string name, bool fallback, string label, string help, Func<NotificationRules, bool, NotificationRules> apply) =>
        Notify.Switch(name, fallback, label, help, (s, v) => s with { Notifications = s.Notifications with { Rules = apply(s.Notifications.Rules, v) } });
}
