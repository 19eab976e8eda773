namespace FelScanner.Web.Live.Settings;

internal static class NotificationFields
{
    public static IReadOnlyList<SettingSection> Sections { get; } =
    [
        new("FEL",
        [
            new("notify_fel", "Ask about FEL releases", "FEL is the full enhancement layer of a UHD Blu-ray, and the reason this program exists. Off: a release is never asked about because it is FEL.", FieldKind.Switch),
            new("notify_fel_from_p5", "… when I own DV Profile 5", "Copies from streaming services.", FieldKind.Switch) { Sub = true },
            new("notify_fel_from_hdr", "… when I own HDR10+, HDR10, HLG or SDR", "No Dolby Vision at all yet.", FieldKind.Switch) { Sub = true },
            new("notify_fel_unproven", "… when the layer is not proven", "Release names seldom tell it. On: you are asked with “perhaps FEL”, and the file is read after its first megabytes.", FieldKind.Switch) { Sub = true },
            new("notify_fel_duplicates", "… when I already own FEL", "Another group's remux, say.", FieldKind.Switch) { Sub = true },
        ]),
        new("Other Dolby Vision",
        [
            new("notify_dv_from_hdr", "HDR10 → Dolby Vision", "P5 or P8 where you have none.", FieldKind.Switch),
            new("notify_dv_profile_upgrades", "A better profile", "From P5 to P8. Never from P7 to P8, which would be a step down.", FieldKind.Switch),
            new("notify_dv", "Any better Dolby Vision", "Both of the above at once, even while they are off.", FieldKind.Switch),
        ]),
        new("Sound",
        [
            new("notify_atmos_with_dv_upgrade", "Atmos that comes with a better picture", "You are told when the sound gets better too.", FieldKind.Switch),
            new("notify_atmos", "Atmos by itself", "A release whose sound is better and whose picture is not worse.", FieldKind.Switch),
            new("notify_atmos_only_if_no_atmos", "… only when I have no Atmos", "Off: also a better kind of Atmos, TrueHD over DD+.", FieldKind.Switch) { Sub = true },
        ]),
        new("Resolution",
        [
            new("notify_resolution", "A higher resolution", "1080p → 2160p.", FieldKind.Switch),
            new("notify_resolution_only_upgrades", "… only upwards", "Off: any resolution that you do not own.", FieldKind.Switch) { Sub = true },
        ]),
        new("What never asks",
        [
            new("notify_only_library_movies", "Only films in my library", "Off: FEL releases of other films in Radarr may ask as well.", FieldKind.Switch),
            new("notify_never_duplicates", "Never the same quality twice", "A copy with equal picture and sound ends it.", FieldKind.Switch),
            new("notify_discs", "Full discs too", "BDMV and ISO: Plex can neither play nor stack them.", FieldKind.Switch),
            new("groups_blocked", "Groups that never ask", "One release group a line.", FieldKind.Lines),
            new("groups_preferred", "Groups I prefer", "One a line. They come first when several releases of a film wait.", FieldKind.Lines),
            new("group_notes", "Notes about groups", "One a line, as “Group: note”. Shown wherever the group is named.", FieldKind.Lines),
        ]),
        new("Time to decide",
        [
            new("notify_expire_hours", "A request expires after", "It stays listed under available upgrades; you can ask again.", FieldKind.Number) { Unit = "hours" },
            new("download_max_pending_approvals", "At most", "So many wait at a time; the rest queue, best first.", FieldKind.Number) { Unit = "requests" },
        ]),
        new("Messages about downloads",
        [
            new("notify_download_start", "When a download starts", "In the same message that asked.", FieldKind.Switch),
            new("notify_download_complete", "When it has arrived", "With what the file proved to be.", FieldKind.Switch),
            new("notify_download_error", "When something goes wrong", "With what to do about it.", FieldKind.Switch),
        ]),
    ];
}
