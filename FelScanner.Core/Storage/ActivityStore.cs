using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Who did what.</summary>
internal sealed class ActivityStore(FelDatabase database, TimeProvider clock) : IActivity
{
    public Task AddAsync(ActivityEntry entry, CancellationToken cancellationToken) =>
        database.WriteAsync(context => Task.FromResult(context.Activity.Add(Row(entry, clock.GetUtcNow())).Entity), cancellationToken);

    public Task<Page<ActivityEntry>> PageAsync(string? kind, string? query, int page, int pageSize, CancellationToken cancellationToken) =>
        database.ReadAsync(context =>
        {
            IQueryable<ActivityRow> rows = context.Activity.AsNoTracking();
            if (!string.IsNullOrEmpty(kind))
                rows = rows.Where(row => row.Kind == kind);
            if (!string.IsNullOrWhiteSpace(query))
            {
                var pattern = LikePattern.Containing(query);
                rows = rows.Where(row => EF.Functions.Like(row.Sentence, pattern, LikePattern.Escape) || EF.Functions.Like(row.Who, pattern, LikePattern.Escape));
                return FoundAsync(rows, page, pageSize, cancellationToken);
            }

            return Paging.OfAsync(rows, rows.OrderByDescending(row => row.Id), page, pageSize, Read, cancellationToken);
        }, cancellationToken);

    public Task<IReadOnlyList<ActivityEntry>> OfRequestAsync(string requestId, CancellationToken cancellationToken) =>
        ListAsync(rows => rows.Where(row => row.RequestId == requestId), cancellationToken);

    public Task<IReadOnlyList<ActivityEntry>> OfFilmAsync(long filmId, CancellationToken cancellationToken) =>
        ListAsync(rows => rows.Where(row => row.FilmId == filmId), cancellationToken);

    /// <summary>The row of an entry; a default time is filled with <paramref name="now"/>.</summary>
    internal static ActivityRow Row(ActivityEntry entry, DateTimeOffset now) => new()
    {
        Kind = entry.Kind,
        Who = entry.Who,
        Place = entry.Where,
        Sentence = entry.Sentence,
        RequestId = entry.RequestId,
        FilmId = entry.FilmId,
        ReleaseId = entry.ReleaseId,
        At = entry.At == default ? now : entry.At,
    };

    private Task<IReadOnlyList<ActivityEntry>> ListAsync(Func<IQueryable<ActivityRow>, IQueryable<ActivityRow>> which, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ActivityEntry>>(async context =>
        {
            var rows = await which(context.Activity.AsNoTracking()).OrderBy(row => row.Id).ToListAsync(cancellationToken);
            return [.. rows.Select(Read)];
        }, cancellationToken);

    private static async Task<Page<ActivityEntry>> FoundAsync(IQueryable<ActivityRow> rows, int page, int pageSize, CancellationToken cancellationToken)
    {
        var found = await Paging.OnePassAsync(
            rows.OrderByDescending(row => row.Id), last => rows.Where(row => row.Id < last.Id), page, pageSize, cancellationToken);
        return new([.. found.Items.Select(Read)], found.Number, found.Size, found.Total);
    }

    private static ActivityEntry Read(ActivityRow row) =>
        new(row.Kind, row.Who, row.Place, row.Sentence, row.RequestId, row.FilmId, row.ReleaseId, row.At);
}
