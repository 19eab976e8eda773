using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: a copy of equal picture and sound is owned. Releases that are or may be FEL are the next veto's matter.</summary>
internal sealed class SameQuality : IUpgradeRule
{
    public string Name => "same_quality";

    public RuleWord Judge(UpgradeCase upgrade)
    {
        if (!upgrade.Rules.NotifyNeverDuplicates)
            return RuleWord.Abstain("The settings let duplicates pass.");
        if (upgrade.IsFelMatter)
            return RuleWord.Abstain("The release is or may be FEL.");
        return upgrade.Owned.FirstOrDefault(copy => SamePicture(copy, upgrade.Offered) && SameSound(copy, upgrade.Offered)) is { } same
            ? RuleWord.Reject($"The same quality is owned: {QualityWords.Describe(same)}.")
            : RuleWord.Abstain("No copy of the same quality is owned.");
    }

    private static bool SamePicture(PictureAndSound copy, PictureAndSound offered) =>
        copy.Resolution != Resolution.Unknown && copy.Resolution == offered.Resolution
        && PictureLadder.Rank(copy) is { } rank && rank == PictureLadder.Rank(offered);

    /// <summary>An owned sound that is not known stands for any; unknown Atmos counts as there.</summary>
    private static bool SameSound(PictureAndSound copy, PictureAndSound offered)
    {
        var atmos = offered.Atmos == true;
        if (copy.Atmos is { } known && known != atmos)
            return false;
        return copy.Audio is null || offered.Audio is null || SoundLadder.Rank(copy.Audio, atmos) == SoundLadder.Rank(offered.Audio, atmos);
    }
}
