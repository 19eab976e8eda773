using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Dolby Vision that is not FEL, where the best owned copy has none.</summary>
internal sealed class DvFromHdr : IUpgradeRule
{
    public string Name => "notify_dv_from_hdr";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (!upgrade.Rules.NotifyDvFromHdr && !upgrade.Rules.NotifyDv)
            return RuleWord.Abstain("Switched off.");
        if (!upgrade.IsOtherDolbyVision)
            return RuleWord.Abstain(upgrade.IsFelMatter ? "The FEL switches judge this release." : "The release has no Dolby Vision.");
        return upgrade.Best is { DolbyVision: false } best
            ? RuleWord.Accept($"{QualityWords.Range(best)} → DV {QualityWords.Profile(upgrade.Offered)}", upgrade.Rules.NotifyDvFromHdr ? Name : "notify_dv")
            : RuleWord.Abstain("The owned copy has Dolby Vision, or it is not known.");
    }
}
