using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Atmos that no owned copy has, together with a higher Dolby Vision.</summary>
internal sealed class AtmosWithDvUpgrade : IUpgradeRule
{
    public string Name => "notify_atmos_with_dv_upgrade";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (!upgrade.Rules.NotifyAtmosWithDvUpgrade)
            return RuleWord.Abstain("Switched off.");
        if (!upgrade.AddsAtmos || upgrade.Best is not { } best)
            return RuleWord.Abstain("The release does not add Atmos.");
        return upgrade.DolbyVisionIsHigher
            ? RuleWord.Accept($"Adds Atmos, and {QualityWords.Range(best)} → {(best.DolbyVision == true ? "" : "DV ")}{QualityWords.OfferedProfile(upgrade.Offered)}")
            : RuleWord.Abstain("Its Dolby Vision does not stand higher than the owned picture.");
    }
}
