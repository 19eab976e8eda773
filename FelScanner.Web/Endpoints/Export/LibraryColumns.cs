using System.Runtime.CompilerServices;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Ports;
using FelScanner.Web.Endpoints.Shapes;

namespace FelScanner.Web.Endpoints.Export;

/// <summary>The library as a table: one row a copy.</summary>
internal static class LibraryColumns
{
    public static IReadOnlyList<ExportColumn<(FilmShape Film, OwnedCopyShape? Copy)>> All { get; } =
    [
        new("id", row => row.Film.Id), new("title", row => row.Film.Title), new("year", row => row.Film.Year), new("tmdb_id", row => row.Film.TmdbId), new("imdb_id", row => row.Film.ImdbId),
        new("path", row => row.Copy?.Path), new("library", row => row.Copy?.Library), new("resolution", row => row.Copy?.Resolution), new("dv_profile", row => row.Copy?.DvProfile),
        new("el", row => row.Copy?.El), new("evidence", row => row.Copy?.Evidence), new("hdr", row => row.Copy?.Hdr), new("atmos", row => row.Copy?.Atmos), new("audio", row => row.Copy?.Audio),
        new("source", row => row.Copy?.Source), new("bytes", row => row.Copy?.Bytes), new("bitrate_kbps", row => row.Copy?.BitrateKbps),
    ];

    public static async IAsyncEnumerable<(FilmShape Film, OwnedCopyShape? Copy)> RowsAsync(IAsyncEnumerable<Film> films, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var film in films.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var shape = FilmShape.Of(film);
            foreach (var copy in shape.Copies.DefaultIfEmpty())
                yield return (shape, copy);
        }
    }

    /// <summary>Films with their copies, as the list of the API gives them.</summary>
    public static async IAsyncEnumerable<FilmShape> ShapesAsync(IAsyncEnumerable<Film> films, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var film in films.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return FilmShape.Of(film);
    }

    public static IReadOnlyList<ExportColumn<ScanRecord>> Scans { get; } =
    [
        new("started_at", scan => scan.StartedAt), new("ended_at", scan => scan.EndedAt), new("result", scan => scan.Result), new("seen", scan => scan.Seen), new("added", scan => scan.Added),
        new("changed", scan => scan.Changed), new("removed", scan => scan.Removed), new("error", scan => scan.Error),
    ];
}
