using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Dolby Vision that is not FEL and stands higher on the ladder than the owned one.</summary>
internal sealed class DvProfileUpgrade : IUpgradeRule
{
    public string Name => "notify_dv_profile_upgrades";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (!upgrade.Rules.NotifyDvProfileUpgrades && !upgrade.Rules.NotifyDv)
            return RuleWord.Abstain("Switched off.");
        if (!upgrade.IsOtherDolbyVision)
            return RuleWord.Abstain(upgrade.IsFelMatter ? "The FEL switches judge this release." : "The release has no Dolby Vision.");
        return upgrade.Best is { DolbyVision: true } best && upgrade.DolbyVisionIsHigher
            ? RuleWord.Accept($"{QualityWords.Range(best)} → {QualityWords.Range(upgrade.Offered)}", upgrade.Rules.NotifyDvProfileUpgrades ? Name : "notify_dv")
            : RuleWord.Abstain("The profile does not stand higher than the owned one.");
    }
}
