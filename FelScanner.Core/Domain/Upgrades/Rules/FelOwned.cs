using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: a copy is FEL, or counts as FEL, and the release is profile 7: nothing could be won.</summary>
internal sealed class FelOwned : IUpgradeRule
{
    public string Name => "fel_owned";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (!upgrade.Offered.IsProfile7)
            return RuleWord.Abstain("The release is not profile 7.");
        if (!upgrade.FelIsOwned)
            return RuleWord.Abstain("No copy is FEL.");
        if (upgrade.Rules.NotifyFelDuplicates)
            return RuleWord.Abstain("The settings let further FEL copies pass.");
        if (upgrade.Rules.NotifyAtmos && upgrade.AddsAtmos)
            return RuleWord.Abstain("FEL is owned, but the release adds Atmos.");
        if (upgrade.Rules.NotifyResolution && upgrade.Owned.Where(copy => copy.CountsAsFel).All(copy => IsBeaten(copy, upgrade.Offered)))
            return RuleWord.Abstain("FEL is owned, but the release has a higher resolution.");
        return RuleWord.Reject(upgrade.Owned.Any(copy => copy.IsFel)
            ? "A P7 FEL copy is owned."
            : "A P7 copy is owned that counts as FEL until its file proves MEL.");
    }

    private static bool IsBeaten(PictureAndSound copy, PictureAndSound offered) =>
        copy.Resolution != Resolution.Unknown && offered.Resolution > copy.Resolution;
}
