using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>
/// Gives a download the name that Plex stacks, where the owner does not keep the release's own, and another name to what comes beside the film
/// and is called like something that is there: inside qBittorrent, so that seeding goes on.
/// </summary>
public sealed class NameForPlex(ITorrentClient torrents, NamesInFolder folder, ISettings settings, TimeProvider time)
{
    /// <summary>qBittorrent takes a new name at once and shows it when its disk has done it.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private const int Looks = 25;

    public bool IsOn => !settings.Current.Downloads.KeepOriginalName;

    /// <summary>Renames what is not called as it should be by what is known now; asked again, it does nothing.</summary>
    /// <exception cref="ServiceFault">qBittorrent cannot be asked, or refuses, or does not show a new name within five seconds.</exception>
    public async Task RunAsync(DownloadRequest request, TorrentState torrent, CancellationToken cancellationToken)
    {
        var own = new PathMapper(settings.Current.PathMappings).FromRadarr("qbittorrent", request.TargetFolder);
        if (torrent.SavePath.TrimEnd('/', '\\') != own.TrimEnd('/', '\\'))
            return;
        var files = await torrents.FilesAsync(torrent.Hash, cancellationToken);
        if (MainFile.Of(files) is not { } film || files.Any(file => StackName.IsDisc(file.Name)))
            return;
        var taken = (await folder.OfAsync(request, torrent.Hash, cancellationToken)).Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);

        // What it has begun to write itself is no clash; before the first byte everything there is somebody else's.
        if (torrent.Downloaded > 0)
            taken.ExceptWith(files.Select(file => file.Name));
        var stems = IsOn ? StackName.Stems(request.MovieTitle, request.Year, Known(request), request.Group) : [Path.GetFileNameWithoutExtension(film.Name)];
        HashSet<string> named = [];
        foreach (var rename in StackName.Plan([.. files.Select(file => file.Name)], film.Name, stems, taken))
        {
            await torrents.RenameFileAsync(torrent.Hash, files.First(file => file.Name == rename.From), rename.To, cancellationToken);
            named.Add(StackName.Leaf(rename.To));
        }

        if (named.Count > 0)
            await ShownAsync(torrent.Hash, named, cancellationToken);
    }

    /// <summary>What is told to Plex next is what stands on the disk. An old qBittorrent keeps the folder, so only the names themselves are compared.</summary>
    private async Task ShownAsync(string hash, HashSet<string> named, CancellationToken cancellationToken)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (named.IsSubsetOf((await torrents.FilesAsync(hash, cancellationToken)).Select(file => StackName.Leaf(file.Name))))
                return;
            await Task.Delay(BetweenLooks, time, cancellationToken);
        }

        throw new ServiceFault("qbittorrent", FaultKind.Refused, $"qBittorrent took the new name “{named.First()}”, but does not show it.", "Look into qBittorrent's log; it is tried again.");
    }

    /// <summary>What the release claims, until its file has said what it is.</summary>
    private static PictureAndSound Known(DownloadRequest request) => request switch
    {
        { LayerProven: true, ArrivedLayer: EnhancementLayer.Fel or EnhancementLayer.Mel } => request.Offered with { DolbyVision = true, Profile = 7, Layer = request.ArrivedLayer },
        { LayerProven: true, ArrivedLayer: EnhancementLayer.None } => request.Offered with { DolbyVision = request.ArrivedProfile is not null, Profile = request.ArrivedProfile, Layer = EnhancementLayer.None },
        _ => request.Offered,
    };
}
