using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>What is wrong with a torrent, in qBittorrent's own states, and what to do. A state nobody knows is no trouble.</summary>
internal static class TorrentTrouble
{
    private static readonly TimeSpan StalledAfter = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MetadataAfter = TimeSpan.FromMinutes(10);

    public static (string? Problem, string? Remedy) Of(TorrentState torrent, TimeSpan since) => torrent.State switch
    {
        "error" => ("qBittorrent reports an error.", "Check the folder's permissions and the free space, then resume it in qBittorrent."),
        "missingFiles" => ("Its files are missing on the disk.", "Check that the disk is mounted, then recheck the torrent in qBittorrent."),
        "stalledDL" when since >= StalledAfter && torrent.Seeds == 0 => ($"Stalled, no seed for {Words.Duration(since)}.", "Wait for a seeder, or stop it and take another release."),
        "stalledDL" when since >= StalledAfter => ($"Stalled for {Words.Duration(since)}.", "Check qBittorrent's connection and port."),
        "metaDL" or "forcedMetaDL" or "stalledMetaDL" when since >= MetadataAfter => ($"No metadata for {Words.Duration(since)}.", "A magnet link needs a peer: check that DHT and the tracker work, or take another release."),
        _ => (null, null),
    };
}
