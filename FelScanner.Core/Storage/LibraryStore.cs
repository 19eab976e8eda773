using System.Runtime.CompilerServices;
using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Films, copies and what is known of them.</summary>
internal sealed class LibraryStore(FelDatabase database, TimeProvider clock) : ILibrary
{
    private const int Batch = 2000;

    /// <summary>Films held at once while the library is gone through.</summary>
    private const int Step = 500;

    public Task<IReadOnlyList<Film>> AllAsync(CancellationToken cancellationToken) =>
        database.SnapshotAsync(context => FilmReading.AllAsync(context, cancellationToken), cancellationToken);

    public Task<Film?> FindAsync(long filmId, CancellationToken cancellationToken) =>
        database.SnapshotAsync(async context => (await FilmReading.OfAsync(context, [filmId], cancellationToken)) is [var film] ? film : null, cancellationToken);

    public Task<Page<Film>> PageAsync(LibraryFilter filter, int page, int pageSize, CancellationToken cancellationToken) =>
        database.SnapshotAsync(async context =>
        {
            var films = LibraryQuery.Of(context, filter);
            var ids = await Paging.OfAsync(films.Select(film => film.Id), LibraryQuery.Sorted(films, filter).Select(film => film.Id), page, pageSize, id => id, cancellationToken);
            return new Page<Film>(await FilmReading.OfAsync(context, ids.Items, cancellationToken), ids.Number, ids.Size, ids.Total);
        }, cancellationToken);

    public Task<LibraryCounts> CountsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(context => LibraryFigures.CountAsync(context, cancellationToken), cancellationToken);

    public async IAsyncEnumerable<Film> EachAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        IReadOnlyList<Film> batch;
        do
        {
            batch = await database.SnapshotAsync(context => FilmReading.AfterAsync(context, last, Step, cancellationToken), cancellationToken);
            foreach (var film in batch)
            {
                last = film.Id;
                yield return film;
            }
        }
        while (batch.Count == Step);
    }

    public Task<IReadOnlyDictionary<string, KnownItem>> KnownAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, KnownItem>>(
            async context => await context.FilmItems.Select(item => new { item.PlexKey, item.SectionKey, item.Fingerprint })
                .ToDictionaryAsync(item => item.PlexKey, item => new KnownItem(item.SectionKey, item.Fingerprint), cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<long>> StoreAsync(IReadOnlyList<PlexFilm> films, CancellationToken cancellationToken)
    {
        var changed = new List<long>();
        foreach (var batch in films.Chunk(Batch))
            changed.AddRange(await database.WriteAsync(context => new FilmStoring(context).StoreAsync(batch, cancellationToken), cancellationToken));
        return [.. changed.Distinct()];
    }

    public async Task<IReadOnlyList<long>> RemoveAsync(IReadOnlyCollection<string> plexKeys, CancellationToken cancellationToken)
    {
        var changed = new List<long>();
        foreach (var batch in plexKeys.Chunk(Batch))
            changed.AddRange(await database.WriteAsync(context => new FilmStoring(context).RemoveAsync(batch, cancellationToken), cancellationToken));
        return [.. changed.Distinct()];
    }

    public Task<bool> MarkAsync(long copyId, EnhancementLayer? layer, string by, CancellationToken cancellationToken) =>
        database.WriteAsync(context => new EvidenceWriting(context, clock.GetUtcNow()).MarkAsync(copyId, layer, by, cancellationToken), cancellationToken);

    public Task<string?> ProvenAsync(long copyId, ProbeResult result, long bytes, DateTimeOffset fileChangedAt, CancellationToken cancellationToken) =>
        database.WriteAsync(context => new EvidenceWriting(context, clock.GetUtcNow()).ProvenAsync(copyId, result, bytes, fileChangedAt, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<CopyToProbe>> ToProbeAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(context => ProbeQueue.NextAsync(context, clock.GetUtcNow(), limit, cancellationToken), cancellationToken);

    public Task<int> CountToProbeAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(context => ProbeQueue.CountAsync(context, clock.GetUtcNow(), cancellationToken), cancellationToken);

    public Task<CopyToProbe?> CopyAsync(long copyId, CancellationToken cancellationToken) =>
        database.ReadAsync(context => ProbeQueue.FindAsync(context, copyId, cancellationToken), cancellationToken);

    public Task AddScanAsync(ScanRecord scan, CancellationToken cancellationToken) =>
        database.WriteAsync(context => Task.FromResult(context.Scans.Add(LibraryFigures.Row(scan)).Entity), cancellationToken);

    public Task<IReadOnlyList<ScanRecord>> ScansAsync(int count, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ScanRecord>>(async context =>
        {
            var rows = await context.Scans.AsNoTracking().OrderByDescending(row => row.Id).Take(count).ToListAsync(cancellationToken);
            return [.. rows.Select(LibraryFigures.Read)];
        }, cancellationToken);
}
