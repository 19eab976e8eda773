using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>The library's figures in one statement, and the records of its scans.</summary>
internal static class LibraryFigures
{
    /// <summary><see cref="LibraryCounts.Fel"/> holds the proven ones too.</summary>
    public static async Task<LibraryCounts> CountAsync(FelDbContext context, CancellationToken cancellationToken) =>
        await context.Films.GroupBy(_ => 1).Select(films => new LibraryCounts(
            films.Count(),
            films.Sum(film => film.CopyCount),
            films.Count(film => film.DolbyVision),
            films.Count(film => film.Kind == FilmKind.FelProven),
            films.Count(film => film.Kind == FilmKind.FelProven || film.Kind == FilmKind.Fel),
            films.Count(film => film.Kind == FilmKind.MaybeFel),
            films.Count(film => film.Kind == FilmKind.Mel),
            films.Count(film => film.Kind == FilmKind.P8),
            films.Count(film => film.Kind == FilmKind.P5),
            films.Count(film => film.Kind == FilmKind.Hdr10Plus),
            films.Count(film => film.Kind == FilmKind.Hdr10),
            films.Count(film => film.Kind == FilmKind.Sdr),
            films.Count(film => film.Kind == FilmKind.Other || film.Kind == FilmKind.Hlg || film.Kind == FilmKind.OtherDolbyVision),
            films.Count(film => film.Atmos),
            films.Sum(film => film.Bytes))).SingleOrDefaultAsync(cancellationToken)
        ?? new LibraryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static ScanRow Row(ScanRecord scan) => new()
    {
        StartedAt = scan.StartedAt,
        EndedAt = scan.EndedAt,
        Result = scan.Result,
        Seen = scan.Seen,
        Added = scan.Added,
        Changed = scan.Changed,
        Removed = scan.Removed,
        Error = scan.Error,
    };

    public static ScanRecord Read(ScanRow row) => new(row.StartedAt, row.EndedAt, row.Result, row.Seen, row.Added, row.Changed, row.Removed, row.Error);
}
