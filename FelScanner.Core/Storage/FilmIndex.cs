using FelScanner.Core.Domain.Library;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>Finds the film that a Plex item belongs to: by TMDb id, IMDb id, or, without any id, by title and year.</summary>
internal sealed class FilmIndex
{
    private readonly Dictionary<int, FilmRow> _byTmdb = [];
    private readonly Dictionary<string, FilmRow> _byImdb = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FilmRow> _byTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FilmItemRow> _items = new(StringComparer.Ordinal);

    public static bool HasNoId(Film film) => film.TmdbId is null && film.ImdbId is null;

    public FilmItemRow? Item(string plexKey) => _items.GetValueOrDefault(plexKey);

    public void Add(FilmRow row)
    {
        Add(row, row.TmdbId, row.ImdbId, row.MatchKey);
        foreach (var item in row.Items)
            Add(row, item.TmdbId, item.ImdbId, FilmFigures.MatchKey(item.Title, item.Year));
    }

    public void Add(FilmRow row, Film film)
    {
        Add(row, film.TmdbId, film.ImdbId, FilmFigures.MatchKey(film.Title, film.Year));
        foreach (var item in row.Items)
            _items[item.PlexKey] = item;
    }

    /// <summary>The film whose ids (or, without ids, title and year) these are; else the item's own film while it is the only item there.</summary>
    public FilmRow? Fitting(Film film, FilmItemRow? item) => ById(film) switch
    {
        { } byId => byId,
        null when HasNoId(film) => item?.Film ?? _byTitle.GetValueOrDefault(FilmFigures.MatchKey(film.Title, film.Year)),
        _ => item is { Film.Items.Count: 1 } ? item.Film : null,
    };

    private FilmRow? ById(Film film) =>
        film.TmdbId is { } tmdb && _byTmdb.TryGetValue(tmdb, out var byTmdb) ? byTmdb
        : film.ImdbId is { } imdb && _byImdb.TryGetValue(imdb, out var byImdb) && !Contradicts(byImdb, film) ? byImdb
        : null;

    /// <summary>One IMDb id under two TMDb ids: two films, one of them wrongly matched by Plex; the TMDb id counts.</summary>
    private static bool Contradicts(FilmRow row, Film film) =>
        film.TmdbId is { } tmdb && row.TmdbId is { } other && tmdb != other;

    private void Add(FilmRow row, int? tmdbId, string? imdbId, string matchKey)
    {
        if (tmdbId is { } tmdb)
            _byTmdb.TryAdd(tmdb, row);
        if (imdbId is { } imdb)
            _byImdb.TryAdd(imdb, row);
        _byTitle.TryAdd(matchKey, row);
        foreach (var item in row.Items)
            _items[item.PlexKey] = item;
    }
}
