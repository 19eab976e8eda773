using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>Where a film lives in Radarr, or the sentence why it has no place.</summary>
public sealed record FilmFolder(RadarrFilm? Film, string? Folder, string? Problem);

/// <summary>Radarr's films as last read, for a few minutes: ids, folders and further titles.</summary>
public sealed class RadarrShelf(IRadarr radarr, ISettings settings, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _turn = new(1);
    private IReadOnlyList<RadarrFilm> _films = [];
    private IReadOnlyList<RadarrRoot> _roots = [];
    private long? _readAt;

    /// <summary>Read again at the next use.</summary>
    public void Forget() => _readAt = null;

    /// <summary>The film's file as Radarr told it last; null when it has none or was not asked yet.</summary>
    public string? LastFile(int? radarrId) => radarrId is null ? null : _films.FirstOrDefault(film => film.Id == radarrId)?.FilePath;

    /// <exception cref="ServiceFault">Radarr cannot be asked.</exception>
    public async Task<IReadOnlyList<RadarrFilm>> FilmsAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_readAt is { } at && time.GetElapsedTime(at) < Fresh)
                return _films;
            _films = await radarr.FilmsAsync(cancellationToken);
            _roots = await radarr.RootsAsync(cancellationToken);
            _readAt = time.GetTimestamp();
            return _films;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The ids of every film of Radarr's; while it cannot be asked, those of its last list.</summary>
    /// <exception cref="ServiceFault">Radarr cannot be asked and never could.</exception>
    public async Task<RadarrIds> IdsAsync(CancellationToken cancellationToken)
    {
        var films = await LastAsync(cancellationToken);
        return new RadarrIds([.. films.Select(film => film.TmdbId).OfType<int>()], [.. films.Select(film => film.ImdbId).OfType<string>()]);
    }

    /// <summary>The film as Radarr had it in its last list; null when it was not there.</summary>
    public async Task<RadarrFilm?> LastOfAsync(Film film, CancellationToken cancellationToken) =>
        Find(await LastAsync(cancellationToken), film, new ParsedName { Name = film.Title, Title = film.Title, Year = film.Year });

    private async Task<IReadOnlyList<RadarrFilm>> LastAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FilmsAsync(cancellationToken);
        }
        catch (ServiceFault) when (_films.Count > 0)
        {
            // What Radarr had a while ago still answers what is in it; where a file goes is never decided by it.
            return _films;
        }
    }

    /// <summary>Radarr's folder for the film: by TMDb id, else IMDb id, else by the exact title and year. Read once more when a known list lacks it.</summary>
    /// <exception cref="ServiceFault">Radarr cannot be asked.</exception>
    public async Task<FilmFolder> FolderOfAsync(Film? film, ParsedName name, CancellationToken cancellationToken)
    {
        var title = film?.Title ?? name.Title ?? "";
        var found = Find(await FilmsAsync(cancellationToken), film, name);
        if (found is null)
        {
            Forget();
            found = Find(await FilmsAsync(cancellationToken), film, name);
        }

        if (found is null)
            return new FilmFolder(null, null, $"{title} is not in Radarr. Add it there; the release is judged again.");
        return Allowed(found.Folder)
            ? new FilmFolder(found, found.Folder, null)
            : new FilmFolder(found, null, $"Radarr keeps {title} in {found.Folder}, which lies outside {Roots()}. Move it in Radarr, or change radarr_root_path.");
    }

    /// <summary>True when the folder lies under radarr_root_path, or under one of Radarr's root folders when that is empty.</summary>
    public bool Allowed(string folder) =>
        folder.Length > 0 && !folder.Split('/', '\\').Contains("..") && RootPaths().Any(root => PathMapper.Covers(root, folder) && folder.TrimEnd('/', '\\') != root.TrimEnd('/', '\\'));

    private IEnumerable<string> RootPaths() => settings.Current.Radarr.RootPath is { Length: > 0 } root ? [root] : _roots.Select(r => r.Path);

    private string Roots() => string.Join(", ", RootPaths());

    private static RadarrFilm? Find(IReadOnlyList<RadarrFilm> films, Film? film, ParsedName name)
    {
        var tmdb = film?.TmdbId ?? name.TmdbId;
        var imdb = film?.ImdbId ?? name.ImdbId;
        return (tmdb is null ? null : films.FirstOrDefault(f => f.TmdbId == tmdb))
            ?? (imdb is null ? null : films.FirstOrDefault(f => f.ImdbId == imdb))
            ?? ByTitle(films, film, name);
    }

    private static RadarrFilm? ByTitle(IReadOnlyList<RadarrFilm> films, Film? film, ParsedName name)
    {
        var index = FilmIndex.Build(films.Select(f => new Film { Id = f.Id, Title = f.Title, Year = f.Year, OtherTitles = [.. f.OtherTitles, .. f.OriginalTitle is null ? Array.Empty<string>() : [f.OriginalTitle]] }));
        var asked = film is null ? name : new ParsedName { Name = film.Title, Title = film.Title, Year = film.Year };
        return index.Find(asked, null, null) is FilmMatch.One one ? films.First(f => f.Id == one.Film.Id) : null;
    }
}
