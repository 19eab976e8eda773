using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Domain.Upgrades;

/// <summary>One of several releases of a film, as the ranking needs it.</summary>
public sealed record RankedRelease(PictureAndSound Quality, string? Group, int? Seeders);

/// <summary>
/// Orders releases of one film, best first: resolution, picture, how surely it is FEL, HDR10+ beside Dolby Vision, sound, a preferred group, seeders, size.
/// </summary>
public sealed class ReleaseRanking(NotificationRules rules) : IComparer<RankedRelease>
{
    /// <summary>Negative when <paramref name="x"/> is the better release.</summary>
    public int Compare(RankedRelease? x, RankedRelease? y)
    {
        if (x is null || y is null)
            return (x is null ? 1 : 0) - (y is null ? 1 : 0);
        return Standing(y).CompareTo(Standing(x));
    }

    private (Resolution, int, Evidence, bool, int, bool, int, long) Standing(RankedRelease release) =>
    (
        release.Quality.Resolution,
        Picture(release.Quality),
        release.Quality.IsProfile7 ? release.Quality.Evidence : Evidence.None,
        release.Quality.Hdr == HdrKind.Hdr10Plus,
        SoundLadder.Rank(release.Quality.Audio, release.Quality.Atmos == true) ?? 0,
        release.Group is { } group && rules.GroupsPreferred.Contains(group, StringComparer.OrdinalIgnoreCase),
        release.Seeders ?? 0,
        release.Quality.Bytes ?? 0
    );

    /// <summary>Among offered releases one that may be FEL is worth more than one that cannot be.</summary>
    private static int Picture(PictureAndSound quality) => (2 * PictureLadder.RankOrLowest(quality)) + (quality.MayBeFel ? 1 : 0);
}
