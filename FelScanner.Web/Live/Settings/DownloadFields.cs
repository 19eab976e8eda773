namespace FelScanner.Web.Live.Settings;

internal static class DownloadFields
{
    public static IReadOnlyList<SettingSection> Sections { get; } =
    [
        new("Folders",
        [
            new("radarr_root_path", "Radarr's root folder", "Downloads go into the film's folder below it, never elsewhere. Empty: Radarr's own root folders.") { Placeholder = "/movies" },
            new("path_mappings", "The same folder, seen by others", "When qBittorrent, Plex or this program see Radarr's folder under another path, say so here.", FieldKind.Mappings),
        ]),
        new("Space",
        [
            new("download_verify_disk_space", "Look at the free space first", "Everything that downloads already is counted.", FieldKind.Switch),
            new("download_min_free_space_gb", "Keep free", "Less than that afterwards: you are asked once more.", FieldKind.Number) { Unit = "GB", Sub = true },
        ]),
        new("In qBittorrent",
        [
            new("qbittorrent_category", "Category", "A category of its own keeps Radarr's hands off."),
            new("download_keep_original_name", "Keep the release's name", "On: the file stays as the release names it. Off: Title (Year) - 2160p DV FEL.mkv, which Plex always stacks; the torrent goes on seeding.", FieldKind.Switch),
            new("qbit_sequential_download", "From the beginning", "The file's head arrives first, so that its layer is proven early and you can still stop it.", FieldKind.Switch),
            new("qbit_pause_on_add", "Add paused", "You start it in qBittorrent yourself.", FieldKind.Switch),
            new("qbit_upload_limit", "Upload limit", "For each download. 0: none.", FieldKind.Number) { Unit = "KiB/s" },
        ]),
    ];
}
