using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>A higher resolution than the best owned; with notify_resolution_only_upgrades off, any that is not owned.</summary>
internal sealed class OtherResolution : IUpgradeRule
{
    public string Name => "notify_resolution";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (!upgrade.Rules.NotifyResolution)
            return RuleWord.Abstain("Switched off.");
        var offered = upgrade.Offered.Resolution;
        var owned = upgrade.Owned.Select(copy => copy.Resolution).DefaultIfEmpty().Max();
        if (offered == Resolution.Unknown || owned == Resolution.Unknown)
            return RuleWord.Abstain("A resolution is not known.");
        var accepted = upgrade.Rules.NotifyResolutionOnlyUpgrades ? offered > owned : upgrade.Owned.All(copy => copy.Resolution != offered);
        return accepted
            ? RuleWord.Accept($"{owned.Word()} → {offered.Word()}")
            : RuleWord.Abstain("The resolution is owned.");
    }
}
