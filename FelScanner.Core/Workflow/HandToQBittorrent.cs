using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>Adds a torrent to qBittorrent with the request's own tag and folder, and reads it back until it is there in the right place.</summary>
public sealed class HandToQBittorrent(ITorrentClient torrents, ISettings settings, IFindings findings, TimeProvider time)
{
    private const int Looks = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    internal static string FindingOf(DownloadRequest request) => $"path.{request.RequestId}";

    public static string TagOf(DownloadRequest request) => $"felscanner-{request.RequestId}";

    /// <summary>The request's torrent by hash, else by tag; null when qBittorrent has neither.</summary>
    public async Task<TorrentState?> FindAsync(DownloadRequest request, CancellationToken cancellationToken) =>
        (request.TorrentHash is { } hash ? await torrents.FindAsync(hash, cancellationToken) : null)
        ?? (await torrents.TaggedAsync(TagOf(request), cancellationToken)).FirstOrDefault();

    public async Task<TorrentState> AddAsync(DownloadRequest request, FetchedTorrent torrent, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        var savePath = new PathMapper(current.PathMappings).FromRadarr("qbittorrent", request.TargetFolder);
        var outcome = await torrents.AddAsync(
            new TorrentToAdd
            {
                File = torrent.File,
                MagnetLink = torrent.MagnetLink,
                Hash = torrent.Hash,
                SavePath = savePath,
                Category = current.QBittorrent.Category,
                Tag = TagOf(request),
                Paused = current.QBittorrent.PauseOnAdd,
                Sequential = current.QBittorrent.SequentialDownload,
                UploadLimit = current.QBittorrent.UploadLimit,
            },
            cancellationToken);
        var found = await ReadBackAsync(torrent.Hash, cancellationToken);
        if (outcome == AddOutcome.AlreadyThere && !found.Tags.Contains(TagOf(request)))
            await torrents.TagAsync(torrent.Hash, TagOf(request), cancellationToken);
        CheckPath(request, found, savePath);
        return found;
    }

    private async Task<TorrentState> ReadBackAsync(string hash, CancellationToken cancellationToken)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await torrents.FindAsync(hash, cancellationToken) is { } found)
                return found;
            await Task.Delay(BetweenLooks, time, cancellationToken);
        }

        throw new ServiceFault("qbittorrent", FaultKind.Refused, "qBittorrent took the torrent, but does not list it.", "Look into qBittorrent's log; it is tried again.");
    }

    private void CheckPath(DownloadRequest request, TorrentState found, string wanted)
    {
        var finding = FindingOf(request);
        if (found.SavePath.TrimEnd('/', '\\') == wanted.TrimEnd('/', '\\'))
            findings.Clear(finding);
        else
            findings.Raise(
                finding, FindingSeverity.Error, $"{request.MovieTitle} is saved to {found.SavePath}, not to {wanted}.",
                "Set the location in qBittorrent to the film's folder, and turn automatic torrent management off for it.", $"/requests/{request.RequestId}");
    }
}
