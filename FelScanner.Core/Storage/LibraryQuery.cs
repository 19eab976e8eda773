using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>The library page's filters and orders in SQL, over the figures worked out beforehand.</summary>
internal static class LibraryQuery
{
    public static IQueryable<FilmRow> Of(FelDbContext context, LibraryFilter filter)
    {
        IQueryable<FilmRow> films = context.Films;
        foreach (var word in filter.Words)
            films = word == LibraryFilter.NotInRadarr ? NotInRadarr(films, filter.InRadarr) : Kind(context, films, word);
        foreach (var word in FoldedText.Words(filter.Query))
            films = films.Where(film => film.TitleKey.Contains(word));
        return films;
    }

    public static IOrderedQueryable<FilmRow> Sorted(IQueryable<FilmRow> films, LibraryFilter filter) => (filter.Sort, filter.Descending) switch
    {
        ("year", false) => films.OrderBy(film => film.Year).ThenBy(film => film.TitleKey).ThenBy(film => film.Id),
        ("year", true) => films.OrderByDescending(film => film.Year).ThenBy(film => film.TitleKey).ThenBy(film => film.Id),
        ("added", false) => films.OrderBy(film => film.AddedAt).ThenBy(film => film.Id),
        ("added", true) => films.OrderByDescending(film => film.AddedAt).ThenBy(film => film.Id),
        ("size", false) => films.OrderBy(film => film.Bytes).ThenBy(film => film.Id),
        ("size", true) => films.OrderByDescending(film => film.Bytes).ThenBy(film => film.Id),
        ("bitrate", false) => films.OrderBy(film => film.BitrateKbps).ThenBy(film => film.Id),
        ("bitrate", true) => films.OrderByDescending(film => film.BitrateKbps).ThenBy(film => film.Id),
        ("quality", false) => films.OrderBy(film => film.Kind).ThenBy(film => film.TitleKey).ThenBy(film => film.Id),
        ("quality", true) => films.OrderByDescending(film => film.Kind).ThenBy(film => film.TitleKey).ThenBy(film => film.Id),
        (_, true) => films.OrderByDescending(film => film.TitleKey).ThenBy(film => film.Id),
        _ => films.OrderBy(film => film.TitleKey).ThenBy(film => film.Id),
    };

    /// <summary>Without Radarr's ids nothing can be said of any film.</summary>
    private static IQueryable<FilmRow> NotInRadarr(IQueryable<FilmRow> films, RadarrIds? known) => known is null
        ? films.Where(_ => false)
        : films.Where(film => !(film.TmdbId != null && known.Tmdb.Contains(film.TmdbId.Value)) && !(film.ImdbId != null && known.Imdb.Contains(film.ImdbId)));

    /// <summary>A film counts by its best copy. An unknown word lists nothing.</summary>
    private static IQueryable<FilmRow> Kind(FelDbContext context, IQueryable<FilmRow> films, string kind) => kind switch
    {
        "all" => films,
        "fel" or "fel_proven" => films.Where(film => film.Kind == FilmKind.FelProven),
        "fel_told" => films.Where(film => film.Kind == FilmKind.Fel),
        "fel_any" => films.Where(film => film.Kind == FilmKind.FelProven || film.Kind == FilmKind.Fel),
        "maybe_fel" => films.Where(film => film.Kind == FilmKind.MaybeFel),
        "mel" => films.Where(film => film.Kind == FilmKind.Mel),
        "p8" => films.Where(film => film.Kind == FilmKind.P8),
        "p5" => films.Where(film => film.Kind == FilmKind.P5),
        "hdr10plus" => films.Where(film => film.Kind == FilmKind.Hdr10Plus),
        "hdr10" => films.Where(film => film.Kind == FilmKind.Hdr10),
        "sdr" => films.Where(film => film.Kind == FilmKind.Sdr),
        "other" => films.Where(film => film.Kind == FilmKind.Other || film.Kind == FilmKind.Hlg || film.Kind == FilmKind.OtherDolbyVision),
        "not_probed" => films.Where(film => film.Kind == FilmKind.MaybeFel || film.Kind == FilmKind.Fel),
        "dv" => films.Where(film => film.DolbyVision),
        "atmos" => films.Where(film => film.Atmos),
        "2160p" => films.Where(film => film.Resolution == Resolution.P2160),
        "1080p" => films.Where(film => film.Resolution == Resolution.P1080),
        "720p" => films.Where(film => film.Resolution == Resolution.P720),
        "sd" => films.Where(film => film.Resolution != Resolution.Unknown && film.Resolution < Resolution.P720),
        "duplicates" => films.Where(film => film.CopyCount > 1),
        "unreadable" => films.Where(film => film.Unreadable),
        "unanalysed" => films.Where(film => film.Unanalysed),
        "upgradeable" => films.Where(film =>
            context.Releases.Any(release => release.FilmId == film.Id && release.Available)
            || context.Requests.Any(request => request.FilmId == film.Id && (request.Status == RequestStatus.Pending || request.Status == RequestStatus.Queued))),
        _ => films.Where(_ => false),
    };
}
