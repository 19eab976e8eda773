using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Domain.Upgrades;

/// <summary>A question laid out for the rules: the release against every owned copy and the best of them.</summary>
internal sealed class UpgradeCase
{
    public UpgradeCase(UpgradeQuestion question)
    {
        Question = question;
        Owned = question.Match is FilmMatch.One one ? OwnedBest.Known(one.Film) : [];
        Best = OwnedBest.Of(Owned);
    }

    public UpgradeQuestion Question { get; }

    public ParsedName Name => Question.Name;

    public PictureAndSound Offered => Question.Offered;

    public NotificationRules Rules => Question.Rules;

    /// <summary>The owned copies of which something is known.</summary>
    public IReadOnlyList<PictureAndSound> Owned { get; }

    /// <summary>The best owned copy: resolution first, then the ladder.</summary>
    public PictureAndSound? Best { get; }

    /// <summary>The film is not in the library (and the rules let such a film pass).</summary>
    public bool NotInLibrary => Question.Match is FilmMatch.None;

    /// <summary>The release is FEL or may be, so that the FEL switches alone judge its picture.</summary>
    public bool IsFelMatter => Offered.IsFel || Offered.MayBeFel;

    /// <summary>Another release with Dolby Vision: the DV switches alone judge its picture.</summary>
    public bool IsOtherDolbyVision => Offered.DolbyVision == true && !IsFelMatter;

    /// <summary>Some owned copy is FEL or counts as FEL.</summary>
    public bool FelIsOwned => Owned.Any(copy => copy.CountsAsFel);

    /// <summary>The release has Atmos and no owned copy has it; unknown Atmos counts as owned.</summary>
    public bool AddsAtmos => Offered.Atmos == true && Owned.Count > 0 && Owned.All(copy => copy.Atmos == false);

    /// <summary>The release's Dolby Vision stands higher than the best copy's picture.</summary>
    public bool DolbyVisionIsHigher =>
        Offered.DolbyVision == true && Best is not null && PictureLadder.Rank(Best) is { } owned && PictureLadder.Rank(Offered) > owned;
}
