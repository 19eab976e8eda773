using FelScanner.Core.Domain.Library;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Reads films with all that hangs on them, in one query a table.</summary>
internal static class FilmReading
{
    /// <summary>The next films after an id, in the order of ids.</summary>
    public static async Task<IReadOnlyList<Film>> AfterAsync(FelDbContext context, long id, int count, CancellationToken cancellationToken)
    {
        var ids = await context.Films.Where(film => film.Id > id).OrderBy(film => film.Id).Take(count).Select(film => film.Id).ToListAsync(cancellationToken);
        return await OfAsync(context, ids, cancellationToken);
    }

    public static async Task<IReadOnlyList<Film>> AllAsync(FelDbContext context, CancellationToken cancellationToken)
    {
        var films = await context.Films.AsNoTracking().OrderBy(film => film.Id).ToListAsync(cancellationToken);
        var items = await context.FilmItems.Select(item => new { item.FilmId, item.PlexKey }).ToListAsync(cancellationToken);
        var copies = (await context.Copies.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(copy => copy.PlexKey);
        var evidence = new EvidenceByFile(await context.Evidence.AsNoTracking().ToListAsync(cancellationToken));
        var keys = items.ToLookup(item => item.FilmId, item => item.PlexKey);
        return [.. films.Select(film => FilmText.Read(film, [.. keys[film.Id]], FilmText.Copies(keys[film.Id].SelectMany(key => copies[key]), evidence)))];
    }

    /// <summary>These films with items and copies, in the order of <paramref name="ids"/>.</summary>
    public static async Task<IReadOnlyList<Film>> OfAsync(FelDbContext context, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var films = await context.Films.AsNoTracking().Where(film => ids.Contains(film.Id))
            .Include(film => film.Items).ThenInclude(item => item.Copies).AsSplitQuery().ToDictionaryAsync(film => film.Id, cancellationToken);
        var evidence = await EvidenceAsync(context, films.Values.SelectMany(film => film.Items).SelectMany(item => item.Copies), cancellationToken);
        return [.. ids.Where(films.ContainsKey).Select(id => FilmText.Read(films[id], evidence))];
    }

    public static async Task<EvidenceByFile> EvidenceAsync(FelDbContext context, IEnumerable<CopyRow> copies, CancellationToken cancellationToken)
    {
        List<string> keys = [.. copies.Select(copy => copy.FileKey).Distinct()];
        return new(await context.Evidence.AsNoTracking().Where(note => keys.Contains(note.FileKey)).ToListAsync(cancellationToken));
    }
}
