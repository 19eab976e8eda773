namespace FelScanner.Core.Domain.Library;

/// <summary>The films that a release may be: none, one, or several (then it is unsure and never a guess).</summary>
public abstract record FilmMatch
{
    private FilmMatch()
    {
    }

    /// <summary>No film of the library fits.</summary>
    public sealed record None : FilmMatch;

    /// <summary>Exactly one film fits. <paramref name="YearApart"/>: the years differ by one.</summary>
    public sealed record One(Film Film, bool YearApart) : FilmMatch;

    /// <summary>Several films fit, or the name has no year and its title is not unique.</summary>
    public sealed record Several(IReadOnlyList<Film> Films) : FilmMatch;
}
