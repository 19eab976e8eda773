using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>FEL where the best owned copy is another Dolby Vision: P8, P7 MEL, P4; or the film is not in the library and that is allowed.</summary>
internal sealed class FelFromOther : FelRule
{
    public override string Name => "notify_fel";

    protected override bool IsOn(NotificationRules rules) => rules.NotifyFel;

    protected override RuleWord JudgeFel(UpgradeCase upgrade)
    {
        if (upgrade.NotInLibrary)
            return RuleWord.Accept($"Not in the library: DV {Offered(upgrade)}");
        return upgrade.Best is { DolbyVision: true, Profile: not (null or 5) } best && !upgrade.FelIsOwned
            ? RuleWord.Accept($"{QualityWords.Range(best)} → {Offered(upgrade)}")
            : RuleWord.Abstain("The owned copy is not DV P8, P7 MEL or P4.");
    }
}
