using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;
using FelScanner.Web.Live;
using FelScanner.Web.Live.Reports;

namespace FelScanner.Tests.Web.Preview;

internal sealed class PreviewLibrary(IReadOnlyList<Film> films, IRequests requests) : ILibrary, ILibraryView
{
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    public Task<FilmElsewhere> ElsewhereAsync(Film film, CancellationToken cancellationToken) => Task.FromResult(new FilmElsewhere("http://plex.test:32400/web/index.html", "http://radarr.test:7878/movie/1", "/movies/x"));

    public Task<LibraryReport> ReportAsync(CancellationToken cancellationToken) => new ReportSource(this, requests, TimeProvider.System).ReadAsync(cancellationToken);

    public Task<IReadOnlyList<Film>> AllAsync(CancellationToken cancellationToken) => Task.FromResult(films);

    public Task<Film?> FindAsync(long filmId, CancellationToken cancellationToken) => Task.FromResult(films.FirstOrDefault(film => film.Id == filmId));

    public Task<Page<Film>> PageAsync(LibraryFilter filter, int page, int pageSize, CancellationToken cancellationToken)
    {
        var found = films.Where(film => filter.Query is null || film.Title.Contains(filter.Query, StringComparison.OrdinalIgnoreCase))
            .Where(film => filter.Kind switch
            {
                "fel" or "fel_proven" => film.Copies.Any(copy => copy.Quality.Layer == EnhancementLayer.Fel),
                "maybe_fel" => film.Copies.Any(copy => copy.Quality is { Profile: 7, Layer: EnhancementLayer.Unknown }),
                "duplicates" => film.Copies.Count > 1,
                _ => true,
            });
        Film[] sorted = filter.Sort switch
        {
            "year" => [.. found.OrderBy(film => film.Year)],
            "size" => [.. found.OrderBy(film => film.Copies.Sum(copy => copy.Quality.Bytes))],
            _ => [.. found],
        };
        if (filter.Descending)
            Array.Reverse(sorted);
        return Task.FromResult(new Page<Film>([.. sorted.Skip((page - 1) * pageSize).Take(pageSize)], page, pageSize, sorted.Length));
    }

    public Task<LibraryCounts> CountsAsync(CancellationToken cancellationToken)
    {
        var copies = films.Select(film => film.Copies[0].Quality).ToArray();
        int Count(Func<PictureAndSound, bool> test) => copies.Count(test);
        return Task.FromResult(new LibraryCounts(
            films.Count, films.Sum(film => film.Copies.Count), Count(q => q.DolbyVision == true), Count(q => q.Layer == EnhancementLayer.Fel), Count(q => q.Layer == EnhancementLayer.Fel),
            Count(q => q is { Profile: 7, Layer: EnhancementLayer.Unknown }), Count(q => q.Layer == EnhancementLayer.Mel), Count(q => q.Profile == 8), Count(q => q.Profile == 5),
            Count(q => q.Hdr == HdrKind.Hdr10Plus), Count(q => q is { Hdr: HdrKind.Hdr10, DolbyVision: false }), Count(q => q.Hdr == HdrKind.Sdr), 0, Count(q => q.Atmos == true),
            films.Sum(film => film.Copies.Sum(copy => copy.Quality.Bytes ?? 0))));
    }

    public IAsyncEnumerable<Film> EachAsync(CancellationToken cancellationToken) => films.ToAsyncEnumerable();

    public Task<IReadOnlyDictionary<string, KnownItem>> KnownAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<long>> StoreAsync(IReadOnlyList<PlexFilm> changed, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<long>> RemoveAsync(IReadOnlyCollection<string> plexKeys, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> MarkAsync(long copyId, EnhancementLayer? layer, string by, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<string?> ProvenAsync(long copyId, ProbeResult result, long bytes, DateTimeOffset fileChangedAt, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<IReadOnlyList<CopyToProbe>> ToProbeAsync(int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CopyToProbe>>([]);

    public Task<int> CountToProbeAsync(CancellationToken cancellationToken) => Task.FromResult(films.Count == 0 ? 0 : 12);

    public Task<CopyToProbe?> CopyAsync(long copyId, CancellationToken cancellationToken) => Task.FromResult<CopyToProbe?>(null);

    public Task AddScanAsync(ScanRecord scan, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<ScanRecord>> ScansAsync(int count, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ScanRecord>>(
        films.Count == 0 ? [] :
        [
            new(_now.AddMinutes(-12), _now.AddMinutes(-11.9), ScanRecord.Done, films.Count, 1, 3, 0, null), new(_now.AddHours(-6), _now.AddHours(-5.99), ScanRecord.Failed, 0, 0, 0, 0, "Nothing answers at plex.test:32400."),
            new(_now.AddHours(-12), _now.AddHours(-11.9), ScanRecord.Done, films.Count - 1, films.Count - 1, films.Count - 1, 0, null),
        ]);
}
