using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>FEL where the best owned copy is Dolby Vision profile 5.</summary>
internal sealed class FelFromP5 : FelRule
{
    public override string Name => "notify_fel_from_p5";

    protected override bool IsOn(NotificationRules rules) => rules is { NotifyFel: true, NotifyFelFromP5: true };

    protected override RuleWord JudgeFel(UpgradeCase upgrade) => upgrade.Best is { DolbyVision: true, Profile: 5 } best && !upgrade.FelIsOwned
        ? RuleWord.Accept($"{QualityWords.Range(best)} → {Offered(upgrade)}")
        : RuleWord.Abstain("The owned copy is not DV P5.");
}
