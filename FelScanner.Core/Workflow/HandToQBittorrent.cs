using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>Adds a torrent to qBittorrent with the request's own tag and folder, and reads it back until it is there in the right place.</summary>
public sealed class HandToQBittorrent(ITorrentClient torrents, ISettings settings, NameForPlex names, CheckPlace place, TimeProvider time)
{
    private const int Looks = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    public static string TagOf(DownloadRequest request) => $"felscanner-{request.RequestId}";

    /// <summary>The request's torrent by hash, else by tag; null when qBittorrent has neither.</summary>
    public async Task<TorrentState?> FindAsync(DownloadRequest request, CancellationToken cancellationToken) =>
        (request.TorrentHash is { } hash ? await torrents.FindAsync(hash, cancellationToken) : null)
        ?? (await torrents.TaggedAsync(TagOf(request), cancellationToken)).FirstOrDefault();

    public async Task<TorrentState> AddAsync(DownloadRequest request, FetchedTorrent torrent, bool nameFirst, CancellationToken cancellationToken)
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
                // Not a byte may go to a name that is somebody else's: it is named first, then started.
                Paused = StaysStopped(request) || nameFirst,
                Sequential = request.Choices?.Sequential ?? current.QBittorrent.SequentialDownload,
                UploadLimit = request.Choices?.UploadLimit ?? current.QBittorrent.UploadLimit,
                StopAtMetadata = torrent.File is null,
            },
            cancellationToken);
        var found = await ReadBackAsync(torrent.Hash, cancellationToken);
        if (outcome == AddOutcome.AlreadyThere && !found.Tags.Contains(TagOf(request)))
            await torrents.TagAsync(torrent.Hash, TagOf(request), cancellationToken);
        place.Check(request, found);
        return found;
    }

    /// <summary>Names its files where that is wanted, then lets it run. Asked again after a crash, it only does what is left.</summary>
    /// <exception cref="ServiceFault">qBittorrent cannot be asked, or refuses the name: it stays stopped.</exception>
    public async Task SettleAsync(DownloadRequest request, TorrentState torrent, CancellationToken cancellationToken)
    {
        var untouched = torrent is { IsStopped: true, Downloaded: 0 };
        if (!(names.IsOn || untouched) || string.IsNullOrEmpty(request.TorrentUrl) || !torrent.Tags.Contains(TagOf(request)))
            return;
        await names.RunAsync(request, torrent, cancellationToken);
        if (!StaysStopped(request) && torrent.Progress < 1)
            await torrents.StartAsync(torrent.Hash, cancellationToken);
    }

    /// <summary>The owner wants it stopped until a person starts it.</summary>
    public bool StaysStopped(DownloadRequest request) => request.Choices?.Paused ?? settings.Current.QBittorrent.PauseOnAdd;

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
}
