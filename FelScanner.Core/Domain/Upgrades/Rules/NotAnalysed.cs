using FelScanner.Core.Domain.Library;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: the film is in the library, but nothing is known of its copies yet. It is judged again after the next scan.</summary>
internal sealed class NotAnalysed : IUpgradeRule
{
    public string Name => "not_analysed";

    public RuleWord Judge(UpgradeCase upgrade) => upgrade.Question.Match is FilmMatch.One && upgrade.Owned.Count == 0
        ? RuleWord.Reject("The owned copy is not analysed yet.")
        : RuleWord.Abstain("The owned copies are known.");
}
