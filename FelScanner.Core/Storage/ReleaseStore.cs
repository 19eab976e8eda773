using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Every release ever seen, once.</summary>
internal sealed class ReleaseStore(FelDatabase database, ReleaseText text, TimeProvider clock) : IReleases
{
    public async Task<RememberedRelease> RememberAsync(Release release, bool firstReading, CancellationToken cancellationToken) =>
        (await RememberAsync([release], firstReading, _ => true, cancellationToken))[0];

    public Task<IReadOnlyList<RememberedRelease>> RememberReadingAsync(IReadOnlyList<Release> reading, bool firstReading, CancellationToken cancellationToken) =>
        RememberAsync(reading, firstReading, row => row.Verdict is null or VerdictKind.Error || row is { Verdict: VerdictKind.Notify, JudgeAgain: true, RequestId: null }, cancellationToken);

    public async Task SaveAllAsync(IReadOnlyList<JudgedRelease> judged, CancellationToken cancellationToken)
    {
        if (judged.Count == 0)
            return;
        var byId = judged.ToDictionary(one => one.Release.Id);
        long[] ids = [.. byId.Keys];
        await database.WriteAsync(async context =>
        {
            foreach (var row in await context.Releases.Include(row => row.Judgement).Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken))
                ReleaseText.Write(row, byId[row.Id], clock.GetUtcNow());
            return true;
        }, cancellationToken);
    }

    public Task<JudgedRelease?> FindAsync(long id, CancellationToken cancellationToken) =>
        database.ReadAsync(async context => await Rows(context).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? text.ReadJudged(row) : null, cancellationToken);

    public Task<Page<JudgedRelease>> PageAsync(ReleaseFilter filter, int page, int pageSize, CancellationToken cancellationToken) =>
        database.ReadAsync(context =>
        {
            var matching = ReleaseQuery.Of(context.Releases.AsNoTracking(), filter);
            return Paging.OfAsync(matching, matching.Include(row => row.Judgement).OrderByDescending(row => row.Id), page, pageSize, text.ReadJudged, cancellationToken);
        }, cancellationToken);

    public Task<IReadOnlyList<JudgedRelease>> LastAsync(int count, CancellationToken cancellationToken) =>
        ListAsync(context => Rows(context).OrderByDescending(row => row.Id).Take(count), cancellationToken);

    public Task<IReadOnlyList<JudgedRelease>> ToJudgeAgainAsync(IReadOnlyCollection<long>? films, int limit, CancellationToken cancellationToken) =>
        films is null
            ? ListAsync(context => Rows(context).Where(row => row.JudgeAgain).OrderBy(row => row.JudgedAt).ThenBy(row => row.Id).Take(limit), cancellationToken)
            : ListAsync(context => ReleaseQuery.OfFilms(Rows(context), films).OrderByDescending(row => row.Id).Take(limit), cancellationToken);

    public Task<ReleaseCounts> CountsAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(async context => await context.Releases.GroupBy(_ => 1).Select(all => new ReleaseCounts(
            all.Count(),
            all.Count(row => row.FirstSeen >= since),
            all.Count(row => row.Verdict == VerdictKind.Notify),
            all.Count(row => row.Verdict == VerdictKind.Skip),
            all.Count(row => row.Verdict == VerdictKind.Unsure),
            all.Count(row => row.Verdict == VerdictKind.Error),
            all.Count(row => row.Available))).SingleOrDefaultAsync(cancellationToken) ?? new ReleaseCounts(0, 0, 0, 0, 0, 0, 0), cancellationToken);

    public Task<IReadOnlyList<string>> FeedsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async context => await context.Releases.Select(row => row.Feed).Distinct().OrderBy(feed => feed).ToListAsync(cancellationToken), cancellationToken);

    private Task<IReadOnlyList<RememberedRelease>> RememberAsync(IReadOnlyList<Release> releases, bool firstReading, Func<ReleaseRow, bool> wanted, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<RememberedRelease>>(async context =>
        {
            var told = releases.Select(release => (Release: release, NameKey: FoldedText.OfReleaseName(release.Name))).ToList();
            var known = await ReleaseLookup.OfAsync(context, told, cancellationToken);
            using var insert = new BulkInsert<ReleaseRow>(context);
            List<(ReleaseRow Row, Release Told, bool IsNew)> rows = [];
            foreach (var (release, nameKey) in told)
            {
                var row = known.Find(release, nameKey);
                var isNew = row is null;
                if (row is null)
                    context.Attach(row = await InsertAsync(insert, text.Row(release, nameKey, firstReading, clock.GetUtcNow()), cancellationToken));
                else
                    text.Refresh(row, release, clock.GetUtcNow());
                known.Add(row);
                rows.Add((row, release, isNew));
            }

            await context.SaveChangesAsync(cancellationToken);
            List<RememberedRelease> remembered = [];
            foreach (var (row, release, isNew) in rows.Where(one => wanted(one.Row)).DistinctBy(one => one.Row))
                remembered.Add(isNew ? AsTold(row, release) : await StoredAsync(context, row, cancellationToken));
            return remembered;
        }, cancellationToken);

    private static async Task<ReleaseRow> InsertAsync(BulkInsert<ReleaseRow> insert, ReleaseRow row, CancellationToken cancellationToken)
    {
        row.Id = await insert.AddAsync(row, cancellationToken);
        return row;
    }

    private static RememberedRelease AsTold(ReleaseRow row, Release told) =>
        new(
            told with
            {
                Id = row.Id,
                InfoHash = row.InfoHash,
                Url = row.Url is null ? null : told.Url,
                MagnetLink = row.MagnetLink is null ? null : told.MagnetLink,
                FirstSeen = row.FirstSeen,
                LastSeen = row.LastSeen,
            },
            true,
            null,
            row.FirstReading);

    private async Task<RememberedRelease> StoredAsync(FelDbContext context, ReleaseRow row, CancellationToken cancellationToken)
    {
        await context.Entry(row).Reference(one => one.Judgement).LoadAsync(cancellationToken);
        var judged = row.Judgement is null ? null : text.ReadJudged(row);
        return new RememberedRelease(judged?.Release ?? text.Read(row), false, judged, row.FirstReading);
    }

    private static IQueryable<ReleaseRow> Rows(FelDbContext context) => context.Releases.AsNoTracking().Include(row => row.Judgement);

    private Task<IReadOnlyList<JudgedRelease>> ListAsync(Func<FelDbContext, IQueryable<ReleaseRow>> which, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<JudgedRelease>>(async context => [.. (await which(context).ToListAsync(cancellationToken)).Select(text.ReadJudged)], cancellationToken);
}
