using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>A further FEL beside one that is owned, or that counts as owned.</summary>
internal sealed class FelDuplicate : FelRule
{
    public override string Name => "notify_fel_duplicates";

    protected override bool IsOn(NotificationRules rules) => rules.NotifyFelDuplicates;

    protected override RuleWord JudgeFel(UpgradeCase upgrade) => upgrade.FelIsOwned
        ? RuleWord.Accept(upgrade.Offered.IsFel ? "Another P7 FEL copy" : "Another P7 copy, perhaps FEL")
        : RuleWord.Abstain("No copy is FEL.");
}
