using System.Globalization;
using FelScanner.Core.Domain.Library;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: more than one film fits, and nobody guesses.</summary>
internal sealed class UnsureFilm : IUpgradeRule
{
    private const int MostNamed = 4;

    public string Name => "unsure_film";

    public RuleWord Judge(UpgradeCase upgrade) => upgrade.Question.Match is FilmMatch.Several several
        ? RuleWord.Reject($"It may be any of these films: {string.Join(", ", several.Films.Take(MostNamed).Select(Describe))}.")
        : RuleWord.Abstain("There is no doubt about the film.");

    private static string Describe(Film film) =>
        film.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{film.Title} ({year})") : film.Title;
}
