using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Domain.Library;

/// <summary>One search by title and year. An exact year beats one that is a year apart; without a year only a unique title fits.</summary>
internal sealed class TitleSearch(FilmIndex index, ParsedName parsed)
{
    public FilmMatch Find()
    {
        foreach (var (titles, year) in Readings())
        {
            var match = Match(titles, year);
            if (match is not FilmMatch.None)
                return match;
        }

        return new FilmMatch.None();
    }

    /// <summary>The name as it was read; then a re-release ("Avatar 2009 2022": title and first year); then a title and its translation in one.</summary>
    private IEnumerable<(List<string> Titles, int? Year)> Readings()
    {
        if (parsed.Title is null)
            yield break;
        List<string> titles = [parsed.Title, .. parsed.OtherTitles];
        yield return (titles, parsed.Year);
        if (WithoutYear(parsed.Title) is var (bare, year))
            yield return ([bare], year);
    }

    private FilmMatch Match(List<string> titles, int? year)
    {
        var exact = Films(titles, isLoose: false);
        var near = Films(titles, isLoose: true);
        near.UnionWith(exact);
        if (near.Count == 0)
            near = Glued(titles[0]);
        if (near.Count == 0)
            return new FilmMatch.None();
        if (year is not { } told)
            return Unique(near, yearApart: false);
        return Dated(exact, told) ?? Near(near, told) ?? new FilmMatch.None();
    }

    /// <summary>A looser title in the very year beats any title a year apart.</summary>
    private static FilmMatch? Near(HashSet<Film> films, int year)
    {
        var same = films.Where(film => film.Year == year).ToList();
        var apart = films.Where(film => film.Year is { } own && Math.Abs(own - year) == 1).ToList();
        if (same.Count == 0 && apart.Count == 0)
            return Undated(films);
        return same.Count == 0 ? Unique(apart, yearApart: true) : Unique(same, yearApart: false);
    }

    /// <summary>A film of unknown year fits only as the only one of its title, and even then a person has to say so.</summary>
    private static FilmMatch.Several? Undated(HashSet<Film> films)
    {
        var undated = films.Where(film => film.Year is null).ToList();
        return undated.Count == 0 ? null : new FilmMatch.Several(undated);
    }

    private static FilmMatch? Dated(HashSet<Film> films, int year)
    {
        var fitting = films.Where(film => film.Year == year).ToList();
        return fitting.Count == 0 ? null : Unique(fitting, yearApart: false);
    }

    private static FilmMatch Unique(IReadOnlyCollection<Film> films, bool yearApart) =>
        films.Count == 1 ? new FilmMatch.One(films.First(), yearApart) : new FilmMatch.Several([.. films.OrderBy(film => film.Id)]);

    private HashSet<Film> Films(List<string> titles, bool isLoose)
    {
        HashSet<Film> found = new(ReferenceEqualityComparer.Instance);
        foreach (var (key, loose) in titles.SelectMany(TitleKeys.Of))
        {
            if (loose == isLoose)
                found.UnionWith(index.Titled(key, loose));
        }

        return found;
    }

    /// <summary>"Toedliches Kommando The Hurt Locker": two titles of one film in a row, and only if both are known as its titles.</summary>
    private HashSet<Film> Glued(string title)
    {
        HashSet<Film> found = new(ReferenceEqualityComparer.Instance);
        for (var at = title.IndexOf(' ', StringComparison.Ordinal); at > 0; at = title.IndexOf(' ', at + 1))
        {
            var first = Films([title[..at]], isLoose: true);
            if (first.Count > 0)
                found.UnionWith(first.Intersect(Films([title[at..]], isLoose: true), ReferenceEqualityComparer.Instance).Cast<Film>());
        }

        return found;
    }

    private static (string Title, int Year)? WithoutYear(string title)
    {
        var at = title.LastIndexOf(' ');
        return at > 0 && title.Length - at == 5 && int.TryParse(title.AsSpan(at + 1), out var year) && year is >= 1888 and <= 2039 ? (title[..at], year) : null;
    }
}
