using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow.Health;

/// <summary>Running downloads that qBittorrent manages by itself: it would move them to its category's folder.</summary>
internal sealed class WatchTorrents(IDownloadBoard board, IFindings findings) : IHealthWatch
{
    public Task LookAsync(CancellationToken cancellationToken)
    {
        ActiveDownload[] moved = [.. board.Now.Where(download => download.Torrent is { AutoManaged: true })];
        if (moved.Length > 0)
            findings.Raise(
                "qbittorrent.automatic", FindingSeverity.Warning, $"Automatic torrent management is on for {string.Join(", ", moved.Select(d => FilmName.Of(d.Request)))}: qBittorrent may move it out of the film's folder.",
                "Right-click the torrent in qBittorrent and switch “Automatic torrent management” off; then set its location to the film's folder.", "/");
        else
            findings.Clear("qbittorrent.automatic");
        return Task.CompletedTask;
    }
}
