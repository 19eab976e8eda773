using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>
/// The names that a film's folder holds already, each with whose word it is: this program's own look where it sees the folder, else what Plex
/// and Radarr list of the film; and in any case what qBittorrent's other torrents keep there or are about to.
/// </summary>
public sealed class NamesInFolder(ILocalDisk disk, ILibrary library, RadarrShelf radarr, ITorrentClient torrents, ISettings settings)
{
    /// <param name="request">The request whose folder is meant.</param>
    /// <param name="ownHash">The torrent whose own names do not count.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <exception cref="ServiceFault">qBittorrent cannot be asked.</exception>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(DownloadRequest request, string ownHash, CancellationToken cancellationToken)
    {
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        var mapper = new PathMapper(settings.Current.PathMappings);
        var seen = disk.Names(mapper.FromRadarr("local", request.TargetFolder));
        foreach (var name in seen)
            names.TryAdd(name, "seen on the disk");
        if (seen.Count == 0)
            await ToldAsync(request, mapper, names, cancellationToken);
        foreach (var other in await torrents.InFolderAsync(mapper.FromRadarr("qbittorrent", request.TargetFolder), cancellationToken))
        {
            foreach (var name in other.Hash == ownHash ? [] : await NamesOfAsync(other, cancellationToken))
                names.TryAdd(name, $"of qBittorrent's torrent {other.Name}");
        }

        return names;
    }

    /// <summary>True when this program sees that file of a subfolder.</summary>
    public bool HasNested(DownloadRequest request, string path) =>
        disk.Look($"{new PathMapper(settings.Current.PathMappings).FromRadarr("local", request.TargetFolder).TrimEnd('/', '\\')}/{path}") is not null;

    private async Task ToldAsync(DownloadRequest request, PathMapper mapper, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        var film = request.FilmId is { } id ? await library.FindAsync(id, cancellationToken) : null;
        foreach (var path in film?.Copies.SelectMany(copy => copy.MoreFiles.Append(copy.Path)).OfType<string>() ?? [])
        {
            if (PathMapper.Covers(request.TargetFolder, mapper.ToRadarr("plex", path)))
                names.TryAdd(StackName.Leaf(path), "listed by Plex");
        }

        if (radarr.LastFile(request.RadarrId) is { } file)
            names.TryAdd(StackName.Leaf(file), "listed by Radarr");
    }

    private async Task<IEnumerable<string>> NamesOfAsync(TorrentState torrent, CancellationToken cancellationToken) =>
        torrent.ContentPath.Length > 0 && torrent.ContentPath.TrimEnd('/', '\\') != torrent.SavePath.TrimEnd('/', '\\')
            ? [StackName.Leaf(torrent.ContentPath.TrimEnd('/', '\\'))]
            : (await torrents.FilesAsync(torrent.Hash, cancellationToken)).Select(file => file.Name.Split('/')[0]);
}
