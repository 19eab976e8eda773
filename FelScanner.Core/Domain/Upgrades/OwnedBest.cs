using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Upgrades;

/// <summary>The best of a film's owned copies: resolution first, then the ladder.</summary>
public static class OwnedBest
{
    /// <summary>The quality of the film's best copy; null when nothing is known of any.</summary>
    public static PictureAndSound? Of(Film film) => Of(Known(film));

    internal static IReadOnlyList<PictureAndSound> Known(Film film) =>
        [.. film.Copies.Where(copy => copy.Analysed && copy.Quality.IsKnown).Select(copy => copy.Quality)];

    internal static PictureAndSound? Of(IReadOnlyList<PictureAndSound> owned)
    {
        var highest = owned.Count == 0 ? Resolution.Unknown : owned.Max(copy => copy.Resolution);
        return owned
            .OrderByDescending(copy => copy.Resolution == Resolution.Unknown ? highest : copy.Resolution)
            .ThenByDescending(PictureLadder.RankOrLowest)
            .ThenByDescending(copy => copy.CountsAsFel)
            // What is equal so far is not equal to every switch (P5 and P4, a resolution that is not known): the answer must not depend on the order of the copies.
            .ThenByDescending(copy => copy.Resolution)
            .ThenByDescending(copy => copy.Profile ?? 0)
            .ThenByDescending(copy => SoundLadder.Rank(copy) ?? 0)
            .FirstOrDefault();
    }
}
