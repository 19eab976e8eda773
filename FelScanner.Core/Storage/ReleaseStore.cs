using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Every release ever seen, once.</summary>
internal sealed class ReleaseStore(FelDatabase database, ReleaseText text, TimeProvider clock) : IReleases
{
    public Task<IReadOnlyList<RememberedRelease>> RememberAllAsync(IReadOnlyList<Release> releases, bool firstReading, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<RememberedRelease>>(async context =>
        {
            List<RememberedRelease> remembered = new(releases.Count);
            foreach (var release in releases)
                remembered.Add(await RememberAsync(context, release, firstReading, cancellationToken));
            return remembered;
        }, cancellationToken);

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

    private async Task<RememberedRelease> RememberAsync(FelDbContext context, Release release, bool firstReading, CancellationToken cancellationToken)
    {
        var nameKey = FoldedText.OfReleaseName(release.Name);
        var row = await ReleaseLookup.FindAsync(context, release, nameKey, cancellationToken);
        var isNew = row is null;
        if (row is null)
            context.Releases.Add(row = text.Row(release, nameKey, firstReading, clock.GetUtcNow()));
        else
            text.Refresh(row, release, clock.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        return new RememberedRelease(text.Read(row), isNew, row.Judgement is null ? null : text.ReadJudged(row), row.FirstReading);
    }

    private static IQueryable<ReleaseRow> Rows(FelDbContext context) => context.Releases.AsNoTracking().Include(row => row.Judgement);

    private Task<IReadOnlyList<JudgedRelease>> ListAsync(Func<FelDbContext, IQueryable<ReleaseRow>> which, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<JudgedRelease>>(async context => [.. (await which(context).ToListAsync(cancellationToken)).Select(text.ReadJudged)], cancellationToken);
}
