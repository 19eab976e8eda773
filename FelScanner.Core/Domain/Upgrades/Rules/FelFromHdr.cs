using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>FEL where the best owned copy has no Dolby Vision at all.</summary>
internal sealed class FelFromHdr : FelRule
{
    public override string Name => "notify_fel_from_hdr";

    protected override bool IsOn(NotificationRules rules) => rules is { NotifyFel: true, NotifyFelFromHdr: true };

    protected override RuleWord JudgeFel(UpgradeCase upgrade) => upgrade.Best is { DolbyVision: false } best && !upgrade.FelIsOwned
        ? RuleWord.Accept($"{QualityWords.Range(best)} → DV {Offered(upgrade)}")
        : RuleWord.Abstain("The owned copy has Dolby Vision, or it is not known.");
}
