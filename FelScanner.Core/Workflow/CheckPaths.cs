using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>How one service sees a real film's folder, whether that is right (null: nobody can tell from here), and what to do.</summary>
public sealed record PathSeen(string Service, string Path, bool? Good, string Sentence, string? Remedy = null);

/// <summary>The mapping doctor: takes a real film of Radarr and shows where each service would see it, and proposes the mapping that is missing.</summary>
public sealed class CheckPaths(IRadarr radarr, IPlexLibrary plex, ITorrentClient torrents, ILocalDisk disk)
{
    public async Task<IReadOnlyList<PathSeen>> RunAsync(FelSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Radarr.Url.Length == 0)
            return [new PathSeen("radarr", "", false, "Radarr is not configured.", "Connect Radarr first: its folders are where every path begins.")];
        var mapper = new PathMapper(settings.PathMappings);
        try
        {
            var films = await radarr.FilmsAsync(cancellationToken);
            if ((films.FirstOrDefault(f => f.HasFile) ?? (films.Count > 0 ? films[0] : null)) is not { } film)
                return [new PathSeen("radarr", "", false, "Radarr has no film yet.", "Add one there, then look again.")];
            return
            [
                new PathSeen("radarr", film.Folder, true, $"Radarr keeps {film.Title} here."),
                await PlexAsync(settings, mapper, film, cancellationToken),
                await QBittorrentAsync(settings, mapper, film, cancellationToken),
                Local(mapper, film),
            ];
        }
        catch (ServiceFault fault)
        {
            return [new PathSeen(fault.Service, "", false, fault.What, fault.Remedy)];
        }
    }

    private async Task<PathSeen> PlexAsync(FelSettings settings, PathMapper mapper, RadarrFilm film, CancellationToken cancellationToken)
    {
        var path = mapper.FromRadarr("plex", film.Folder);
        if (settings.Plex.Url.Length == 0)
            return new PathSeen("plex", path, null, "Plex is not configured.");
        var folders = (await plex.SectionsAsync(cancellationToken)).SelectMany(s => s.Folders).ToList();
        if (folders.Any(folder => PathMapper.Covers(folder, path)))
            return new PathSeen("plex", path, true, "A Plex library covers this folder.");
        var root = Parent(film.Folder);
        var like = folders.FirstOrDefault(folder => Name(folder).Equals(Name(root), StringComparison.OrdinalIgnoreCase)) ?? folders.FirstOrDefault();
        return new PathSeen("plex", path, false, "No Plex library covers this folder.", like is null ? "Add the folder to a movie library in Plex." : $"Add a mapping for plex: from {root} to {like}.");
    }

    private async Task<PathSeen> QBittorrentAsync(FelSettings settings, PathMapper mapper, RadarrFilm film, CancellationToken cancellationToken)
    {
        var path = mapper.FromRadarr("qbittorrent", film.Folder);
        if (settings.QBittorrent.Host.Length == 0)
            return new PathSeen("qbittorrent", path, null, "qBittorrent is not configured.");
        var own = await torrents.DefaultSavePathAsync(cancellationToken);
        return new PathSeen("qbittorrent", path, null, $"qBittorrent would save here. Its own default is {own}.", "If qBittorrent sees the films under another folder, add a mapping for qbittorrent.");
    }

    private PathSeen Local(PathMapper mapper, RadarrFilm film)
    {
        var path = mapper.FromRadarr("local", film.Folder);
        return disk.FreeBytes(path) is null
            ? new PathSeen("local", path, false, "This program does not see that folder, so it cannot read layers or measure space.", "Mount the films read-only and add a mapping for local.")
            : new PathSeen("local", path, true, "This program sees that folder.");
    }

    private static string Parent(string folder) => folder.TrimEnd('/', '\\') is var trimmed && trimmed.LastIndexOfAny(['/', '\\']) is > 0 and var cut ? trimmed[..cut] : folder;

    private static string Name(string folder) => folder.TrimEnd('/', '\\') is var trimmed ? trimmed[(trimmed.LastIndexOfAny(['/', '\\']) + 1)..] : folder;
}
