using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: the resolution falls below the best owned one. An unknown resolution is no step in either direction.</summary>
internal sealed class StepDown : IUpgradeRule
{
    public string Name => "step_down";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        var owned = upgrade.Best?.Resolution ?? Resolution.Unknown;
        var offered = upgrade.Offered.Resolution;
        if (owned == Resolution.Unknown || offered == Resolution.Unknown || offered >= owned)
            return RuleWord.Abstain("The resolution does not fall.");
        return upgrade.Rules is { NotifyResolution: true, NotifyResolutionOnlyUpgrades: false }
            ? RuleWord.Abstain("The resolution falls, which the settings let pass.")
            : RuleWord.Reject($"A step down in resolution: {owned.Word()} → {offered.Word()}.");
    }
}
