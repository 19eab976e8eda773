using FelScanner.Core.Domain.Library;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: no film of the library fits.</summary>
internal sealed class NoFilm : IUpgradeRule
{
    public string Name => "no_film";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (upgrade.Question.Match is not FilmMatch.None)
            return RuleWord.Abstain("The library has a film of this title.");
        return upgrade.Rules.NotifyOnlyLibraryMovies
            ? RuleWord.Reject("The film is not in the library.")
            : RuleWord.Abstain("The film is not in the library, which the settings let pass.");
    }
}
