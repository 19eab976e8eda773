namespace FelScanner.Core.Domain.Library;

/// <summary>
/// Which version of one Plex item would be played. Plex leaves the choice to each app (support article "Multi-version media"): one that can play everything
/// takes the largest picture and of equal ones the highest bitrate; one with a 1080p screen takes the best that fits it. What Plex has not analysed comes last.
/// </summary>
public sealed record PlayedCopy(Copy OnLargeScreen, Copy OnSmallScreen)
{
    /// <summary>Null when there is no copy. Copies must belong to one item: versions in different libraries are different items, and whoever opens one has chosen.</summary>
    public static PlayedCopy? Of(IReadOnlyList<Copy> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (versions.Count == 0)
            return null;
        var best = Best(versions);
        return new PlayedCopy(best, Best([.. versions.Where(Fits)]) ?? versions.OrderBy(copy => copy.Quality.Resolution).ThenBy(copy => copy.BitrateKbps ?? 0).First());
    }

    private static bool Fits(Copy copy) => copy.Quality.Resolution is > Quality.Resolution.Unknown and <= Quality.Resolution.P1080;

    private static Copy Best(IReadOnlyList<Copy> versions) =>
        versions.OrderByDescending(copy => copy.Analysed).ThenByDescending(copy => copy.Quality.Resolution).ThenByDescending(copy => copy.BitrateKbps ?? 0).ThenByDescending(copy => copy.Quality.Bytes ?? 0).FirstOrDefault()!;
}
