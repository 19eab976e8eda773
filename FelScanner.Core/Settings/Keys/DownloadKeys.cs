using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings.Keys;

internal static class DownloadKeys
{
    private static readonly KeyGroup Downloads = new("downloads", SettingsCatalogue.DownloadsAndPaths);
    private static readonly KeyGroup Paths = new("paths", SettingsCatalogue.DownloadsAndPaths);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Downloads.Switch("download_keep_original_name", true, "Keep the release's name", "Leaves the file's name as the release has it; off, it is renamed inside qBittorrent to what Plex stacks, for example “Title (Year) - 2160p DV FEL.mkv”. A name that is already there is never overwritten.", (s, v) => s with { Downloads = s.Downloads with { KeepOriginalName = v } }),
        Downloads.Switch("download_verify_disk_space", true, "Check free space", "Refuses an approval when too little space would be left, unless a person insists.", (s, v) => s with { Downloads = s.Downloads with { VerifyDiskSpace = v } }),
        Downloads.Number("download_min_free_space_gb", 100, 0, 1_000_000, "GB", "Space to keep free", "How much must be free after the download.", (s, v) => s with { Downloads = s.Downloads with { MinFreeSpaceGb = v } }),
        Downloads.Whole("download_max_pending_approvals", 10, 1, 1000, "", "Requests at a time", "How many requests wait for a decision at once; more wait in a queue, the best upgrade first.", (s, v) => s with { Downloads = s.Downloads with { MaxPendingApprovals = v } }),
        Paths.Key<IReadOnlyList<PathMapping>>("path_mappings", SettingKind.Mappings, [], "Path mappings", "Radarr's folders as qBittorrent, Plex or this program see them; the longest that fits counts.", (s, v) => s with { PathMappings = v }, new MappingsType()),
    ];
}
