using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Copies whose file was never read, or could not be read to the end a day ago.</summary>
internal static class ProbeQueue
{
    private static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    /// <summary>Profile 7 first, then other Dolby Vision, then the rest that could hold it.</summary>
    public static async Task<IReadOnlyList<CopyToProbe>> NextAsync(FelDbContext context, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var copies = await Waiting(context, now)
            .OrderByDescending(copy => copy.Profile == 7).ThenByDescending(copy => copy.DolbyVision == true).ThenByDescending(copy => copy.Resolution).ThenBy(copy => copy.Id)
            .Take(limit)
            .Join(context.FilmItems, copy => copy.PlexKey, item => item.PlexKey, (copy, item) => new CopyToProbe(copy.Id, item.FilmId, item.Title, copy.Path!, copy.Bytes))
            .ToListAsync(cancellationToken);
        return [.. copies.DistinctBy(copy => copy.Path)];
    }

    public static Task<int> CountAsync(FelDbContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
        Waiting(context, now).Select(copy => copy.FileKey).Distinct().CountAsync(cancellationToken);

    public static Task<CopyToProbe?> FindAsync(FelDbContext context, long copyId, CancellationToken cancellationToken) =>
        context.Copies.Where(copy => copy.Id == copyId && copy.Path != null)
            .Join(context.FilmItems, copy => copy.PlexKey, item => item.PlexKey, (copy, item) => new CopyToProbe(copy.Id, item.FilmId, item.Title, copy.Path!, copy.Bytes))
            .SingleOrDefaultAsync(cancellationToken)!;

    /// <summary>A small picture that Plex knows to be without Dolby Vision has nothing to prove.</summary>
    private static IQueryable<CopyRow> Waiting(FelDbContext context, DateTimeOffset now)
    {
        var stale = now - Rest;
        return context.Copies.AsNoTracking().Where(copy => copy.Path != null
            && (copy.DolbyVision != false || copy.Resolution >= Resolution.P2160)
            && !context.Evidence.Any(note => note.FileKey == copy.FileKey && note.FileBytes == copy.FileBytes && note.Origin == EvidenceRow.Probe
                && ((note.Opened && note.Complete) || note.At > stale)));
    }
}
