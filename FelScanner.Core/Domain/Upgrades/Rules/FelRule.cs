using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>What all FEL rules have in common: which releases they judge at all.</summary>
internal abstract class FelRule : IUpgradeRule
{
    public abstract string Name { get; }

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (!IsOn(upgrade.Rules))
            return RuleWord.Abstain("Switched off.");
        if (!upgrade.IsFelMatter)
            return RuleWord.Abstain("The release is not FEL.");
        if (!upgrade.Offered.IsFel && !upgrade.Rules.NotifyFelUnproven)
            return RuleWord.Abstain("The release only may be FEL, and notify_fel_unproven is off.");
        return JudgeFel(upgrade);
    }

    protected abstract bool IsOn(NotificationRules rules);

    protected abstract RuleWord JudgeFel(UpgradeCase upgrade);

    /// <summary>"P7 FEL" or "P7, perhaps FEL".</summary>
    protected static string Offered(UpgradeCase upgrade) => QualityWords.OfferedProfile(upgrade.Offered);
}
