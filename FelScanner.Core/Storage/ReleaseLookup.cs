using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Finds the stored release that this one is: by info hash, else by the feed's id, else by normalised name and size within 1 %.</summary>
internal static class ReleaseLookup
{
    public static async Task<ReleaseRow?> FindAsync(FelDbContext context, Release release, string nameKey, CancellationToken cancellationToken) =>
        await ByHashAsync(context, release, cancellationToken)
        ?? await ByFeedAsync(context, release, cancellationToken)
        ?? await ByNameAsync(context, release, nameKey, cancellationToken);

    private static async Task<ReleaseRow?> ByHashAsync(FelDbContext context, Release release, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(release.InfoHash))
            return null;
        var hash = release.InfoHash.ToLowerInvariant();
        return await Rows(context).FirstOrDefaultAsync(row => row.InfoHash == hash, cancellationToken);
    }

    private static async Task<ReleaseRow?> ByFeedAsync(FelDbContext context, Release release, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(release.FeedId)
            ? null
            : await Rows(context).FirstOrDefaultAsync(row => row.Feed == release.Feed && row.FeedId == release.FeedId, cancellationToken);

    private static async Task<ReleaseRow?> ByNameAsync(FelDbContext context, Release release, string nameKey, CancellationToken cancellationToken)
    {
        if (nameKey.Length == 0)
            return null;
        var namesakes = await Rows(context).Where(row => row.NameKey == nameKey).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return namesakes.Find(row => SameSize(row.Bytes, release.Bytes));
    }

    /// <summary>A size that one side does not tell contradicts nothing.</summary>
    private static bool SameSize(long? stored, long? offered) =>
        stored is not { } one || offered is not { } other || Math.Abs(one - other) <= Math.Max(one, other) / 100.0;

    private static IQueryable<ReleaseRow> Rows(FelDbContext context) => context.Releases.Include(row => row.Judgement);
}
