using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Atmos that no owned copy has (or a better kind of it), in a picture that is no worse.</summary>
internal sealed class AtmosAdded : IUpgradeRule
{
    public string Name => "notify_atmos";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (!upgrade.Rules.NotifyAtmos)
            return RuleWord.Abstain("Switched off.");
        if (upgrade.Offered.Atmos != true || upgrade.Best is not { } best)
            return RuleWord.Abstain("The release has no Atmos.");
        if (IsWorse(upgrade.Offered, best))
            return RuleWord.Abstain("Its picture is worse than the owned one.");
        if (upgrade.AddsAtmos)
            return RuleWord.Accept($"Adds {QualityWords.Sound(upgrade.Offered.Audio, atmos: true)}");
        return !upgrade.Rules.NotifyAtmosOnlyIfNoAtmos && IsBetterKind(upgrade)
            ? RuleWord.Accept($"Better Atmos: {QualityWords.Sound(upgrade.Offered.Audio, atmos: true)}")
            : RuleWord.Abstain("Atmos is owned.");
    }

    private static bool IsWorse(PictureAndSound offered, PictureAndSound best)
    {
        if (offered.Resolution != Resolution.Unknown && best.Resolution != Resolution.Unknown && offered.Resolution != best.Resolution)
            return offered.Resolution < best.Resolution;
        return PictureLadder.Rank(best) is { } owned && PictureLadder.RankOrLowest(offered) < owned && !IsUnknownBesideSdr(offered, best);
    }

    /// <summary>A name that tells no range is no worse than SDR.</summary>
    private static bool IsUnknownBesideSdr(PictureAndSound offered, PictureAndSound best) =>
        PictureLadder.Rank(offered) is null && best is { DolbyVision: false, Hdr: HdrKind.Sdr };

    /// <summary>Better than the Atmos of every copy that has it; of an unknown kind nobody can say so.</summary>
    private static bool IsBetterKind(UpgradeCase upgrade) =>
        SoundLadder.Rank(upgrade.Offered.Audio, atmos: true) is { } offered
        && upgrade.Owned.All(copy => copy.Atmos == false || (copy is { Atmos: true, Audio: not null } && SoundLadder.Rank(copy.Audio, atmos: true) < offered));
}
