using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>How one service sees a real film's folder, whether that is right (null: nobody can tell from here), what to do, and the mapping that would mend it.</summary>
public sealed record PathSeen(string Service, string Path, bool? Good, string Sentence, string? Remedy = null, PathMapping? Proposal = null);

/// <summary>The mapping doctor: takes a real film of Radarr, shows where each service would see it, and proposes the mapping that is missing.</summary>
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
            var libraries = settings.Plex.Url.Length == 0 ? [] : (await plex.SectionsAsync(cancellationToken)).SelectMany(s => s.Folders).ToList();
            return
            [
                new PathSeen("radarr", film.Folder, true, $"Radarr keeps {film.Title} here."),
                Plex(settings, mapper.FromRadarr("plex", film.Folder), film, libraries),
                await QBittorrentAsync(settings, mapper.FromRadarr("qbittorrent", film.Folder), film, cancellationToken),
                Local(mapper.FromRadarr("local", film.Folder), film, [Parent(film.Folder), .. libraries]),
            ];
        }
        catch (ServiceFault fault)
        {
            return [new PathSeen(fault.Service, "", false, fault.What, fault.Remedy)];
        }
    }

    private static PathSeen Plex(FelSettings settings, string path, RadarrFilm film, List<string> libraries)
    {
        if (settings.Plex.Url.Length == 0)
            return new PathSeen("plex", path, null, "Plex is not configured.");
        if (libraries.Any(folder => PathMapper.Covers(folder, path)))
            return new PathSeen("plex", path, true, "A Plex library covers this folder.");
        var like = libraries.Find(folder => Same(folder, Parent(film.Folder))) ?? (libraries.Count > 0 ? libraries[0] : null);
        return Wrong("plex", path, film, like, "No Plex library covers this folder.", "Add the folder to a movie library in Plex.");
    }

    /// <summary>Where its torrents lie tells how it sees the films; a film's own folder among them tells it exactly.</summary>
    private async Task<PathSeen> QBittorrentAsync(FelSettings settings, string path, RadarrFilm film, CancellationToken cancellationToken)
    {
        if (settings.QBittorrent.Host.Length == 0)
            return new PathSeen("qbittorrent", path, null, "qBittorrent is not configured.");
        var own = await torrents.DefaultSavePathAsync(cancellationToken);
        var used = await torrents.SavePathsAsync(cancellationToken);
        if (used.Append(own).Any(other => PathMapper.Covers(Parent(path), other)))
            return new PathSeen("qbittorrent", path, true, "qBittorrent keeps torrents there already.");
        var exact = used.FirstOrDefault(other => Same(other, film.Folder));
        var like = exact is not null ? Parent(exact) : used.Append(own).FirstOrDefault(other => Same(other, Parent(film.Folder)));
        return like is null
            ? new PathSeen("qbittorrent", path, null, $"qBittorrent would save here. Its own default is {own}.", "If qBittorrent sees the films under another folder, add a mapping for qbittorrent.")
            : Wrong("qbittorrent", path, film, like, $"qBittorrent keeps nothing there, but it knows {like}.", "");
    }

    private PathSeen Local(string path, RadarrFilm film, IEnumerable<string> candidates)
    {
        if (disk.FreeBytes(path) is not null)
            return new PathSeen("local", path, true, "This program sees that folder.");
        var like = candidates.FirstOrDefault(folder => disk.Names(folder).Contains(Name(film.Folder), StringComparer.Ordinal));
        return Wrong("local", path, film, like, "This program does not see that folder, so it cannot read layers or measure space.", "Mount the films read-only and add a mapping for local.");
    }

    private static PathSeen Wrong(string service, string path, RadarrFilm film, string? like, string sentence, string otherwise) => like is null
        ? new PathSeen(service, path, false, sentence, otherwise)
        : new PathSeen(service, path, false, sentence, $"Add a mapping for {service}: from {Parent(film.Folder)} to {like}.", new PathMapping(service, Parent(film.Folder), like));

    private static bool Same(string one, string other) => Name(one).Equals(Name(other), StringComparison.OrdinalIgnoreCase);

    private static string Parent(string folder) => folder.TrimEnd('/', '\\') is var trimmed && trimmed.LastIndexOfAny(['/', '\\']) is > 0 and var cut ? trimmed[..cut] : folder;

    private static string Name(string folder) => folder.TrimEnd('/', '\\') is var trimmed ? trimmed[(trimmed.LastIndexOfAny(['/', '\\']) + 1)..] : folder;
}
