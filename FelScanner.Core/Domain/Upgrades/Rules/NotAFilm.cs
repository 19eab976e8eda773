namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: an episode, a season, extras, a fan edit, a box, or a name without a title.</summary>
internal sealed class NotAFilm : IUpgradeRule
{
    public string Name => "not_a_film";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (string.IsNullOrWhiteSpace(upgrade.Name.Title))
            return RuleWord.Reject("The name has no title.");
        if (upgrade.Name.Tv)
            return RuleWord.Reject("An episode or season of a series, not a film.");
        return upgrade.Name.NotOneFilm
            ? RuleWord.Reject("Extras, a fan edit or a box, not one film.")
            : RuleWord.Abstain("It is a film.");
    }
}
