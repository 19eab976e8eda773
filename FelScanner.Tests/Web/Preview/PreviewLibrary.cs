using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;

namespace FelScanner.Tests.Web.Preview;

internal sealed class PreviewLibrary(IReadOnlyList<Film> films) : ILibrary
{
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

    public Task<IReadOnlyDictionary<string, string>> FingerprintsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<long>> StoreAsync(IReadOnlyList<PlexFilm> changed, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<long>> RemoveAsync(IReadOnlyCollection<string> plexKeys, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> MarkAsync(long copyId, EnhancementLayer? layer, string by, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<string?> ProvenAsync(long copyId, ProbeResult result, long bytes, DateTimeOffset fileChangedAt, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<IReadOnlyList<CopyToProbe>> ToProbeAsync(int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CopyToProbe>>([]);

    public Task<int> CountToProbeAsync(CancellationToken cancellationToken) => Task.FromResult(films.Count == 0 ? 0 : 12);

    public Task<CopyToProbe?> CopyAsync(long copyId, CancellationToken cancellationToken) => Task.FromResult<CopyToProbe?>(null);

    public Task AddScanAsync(ScanRecord scan, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<ScanRecord>> ScansAsync(int count, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ScanRecord>>([]);
}
