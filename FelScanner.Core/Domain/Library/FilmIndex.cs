using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Domain.Library;

/// <summary>
/// Finds the film that a release is of: by TMDB and IMDb id first, then by title and year. Never guesses: several films that fit are told as several.
/// Not safe for writing by several threads; build one and share it for reading.
/// </summary>
public sealed class FilmIndex
{
    private readonly Dictionary<long, Film> films = [];
    private readonly Dictionary<int, List<long>> byTmdb = [];
    private readonly Dictionary<string, List<long>> byImdb = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<long>> strict = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<long>> loose = new(StringComparer.Ordinal);

    private FilmIndex()
    {
    }

    public int Count => films.Count;

    /// <summary>Films need distinct ids; of two with one id the last counts.</summary>
    public static FilmIndex Build(IEnumerable<Film> films)
    {
        ArgumentNullException.ThrowIfNull(films);
        FilmIndex index = new();
        foreach (var film in films)
            index.Put(film);
        return index;
    }

    /// <summary>Adds a film or replaces the one with its id.</summary>
    public void Put(Film film)
    {
        ArgumentNullException.ThrowIfNull(film);
        Remove(film.Id);
        films[film.Id] = film;
        if (film.TmdbId is { } tmdb)
            Add(byTmdb, tmdb, film.Id);
        if (!string.IsNullOrEmpty(film.ImdbId))
            Add(byImdb, film.ImdbId, film.Id);
        foreach (var (key, isLoose) in Keys(film))
            Add(isLoose ? loose : strict, key, film.Id);
    }

    /// <summary>Removes the film with this id; nothing happens when there is none.</summary>
    public void Remove(long id)
    {
        if (!films.Remove(id, out var film))
            return;
        if (film.TmdbId is { } tmdb)
            Drop(byTmdb, tmdb, id);
        if (!string.IsNullOrEmpty(film.ImdbId))
            Drop(byImdb, film.ImdbId, id);
        foreach (var (key, isLoose) in Keys(film))
            Drop(isLoose ? loose : strict, key, id);
    }

    /// <summary>The film with our own id; null when it is not here.</summary>
    public Film? WithId(long id) => films.GetValueOrDefault(id);

    /// <summary>The film that the release is of. Ids, where the feed or the name tells them, decide alone when they are known here.</summary>
    public FilmMatch Find(ParsedName parsed, int? tmdbId, string? imdbId)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        return ById(parsed, tmdbId ?? parsed.TmdbId, imdbId ?? parsed.ImdbId) ?? new TitleSearch(this, parsed).Find();
    }

    /// <summary>The films under a title, by its strict or its loose key.</summary>
    internal IEnumerable<Film> Titled(string key, bool isLoose) =>
        key.Length > 0 && (isLoose ? loose : strict).TryGetValue(key, out var ids) ? ids.Select(id => films[id]) : [];

    private FilmMatch? ById(ParsedName parsed, int? tmdbId, string? imdbId)
    {
        List<long>? ids = null;
        if (tmdbId is { } tmdb && tmdb > 0)
            byTmdb.TryGetValue(tmdb, out ids);
        if (ids is null && !string.IsNullOrEmpty(imdbId))
            byImdb.TryGetValue(Imdb(imdbId), out ids);
        return ids switch
        {
            null or [] => null,
            [var id] => new FilmMatch.One(films[id], YearApart(films[id], parsed)),
            _ => new FilmMatch.Several([.. ids.Select(id => films[id])]),
        };
    }

    private static bool YearApart(Film film, ParsedName parsed) => film.Year is { } year && parsed.Year is { } told && Math.Abs(year - told) == 1;

    /// <summary>Feeds tell IMDb ids with or without "tt" and leading zeros.</summary>
    private static string Imdb(string id)
    {
        var digits = id.AsSpan().Trim().TrimStart("tT");
        return $"tt{(digits.Length < 7 ? digits.ToString().PadLeft(7, '0') : digits)}";
    }

    private static HashSet<(string Key, bool Loose)> Keys(Film film) =>
        [.. film.OtherTitles.Prepend(film.Title).SelectMany(TitleKeys.Of).Where(key => key.Key.Length > 0)];

    private static void Add<TKey>(Dictionary<TKey, List<long>> index, TKey key, long id)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var ids))
            ids.Add(id);
        else
            index[key] = new List<long>(capacity: 1) { id };
    }

    private static void Drop<TKey>(Dictionary<TKey, List<long>> index, TKey key, long id)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var ids) && ids.Remove(id) && ids.Count == 0)
            index.Remove(key);
    }
}
