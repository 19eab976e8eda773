using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Web.Live.Library;

/// <summary>One film of the grid, told by its best copy.</summary>
public sealed record FilmRow(long Id, string Title, int? Year, int Copies, IReadOnlyList<BadgeView> Badges, string Size, string Bitrate)
{
    public static FilmRow Of(Film film)
    {
        var best = Best(film);
        return new FilmRow(
            film.Id, film.Title, film.Year, film.Copies.Count,
            BadgeRow.Of(best?.Quality),
            best is null ? "" : Words.Size(film.Copies.Sum(copy => copy.Quality.Bytes ?? 0)),
            Words.Bitrate(best?.BitrateKbps));
    }

    public static Copy? Best(Film film) => film.Copies.OrderByDescending(Rank).FirstOrDefault();

    /// <summary>Only for showing: resolution first, then the ladder of pictures.</summary>
    private static int Rank(Copy copy) => (int)copy.Quality.Resolution * 100 + (copy.Quality.Layer, copy.Quality.Profile) switch
    {
        (EnhancementLayer.Fel, _) => 90,
        (_, 7) => 80,
        (_, 8) => 70,
        (_, { }) => 60,
        _ when copy.Quality.DolbyVision == true => 60,
        _ => (int)copy.Quality.Hdr * 10,
    };
}
