using FelScanner.Core.Storage.Rows;

namespace FelScanner.Core.Storage;

/// <summary>Inserts films nothing of which is stored yet, with their items and copies.</summary>
internal static class FilmBulk
{
    public static async Task InsertAsync(FelDbContext context, IReadOnlyList<FilmRow> films, CancellationToken cancellationToken)
    {
        if (films.Count == 0)
            return;

        using var filmRows = new BulkInsert<FilmRow>(context);
        using var itemRows = new BulkInsert<FilmItemRow>(context);
        using var copyRows = new BulkInsert<CopyRow>(context);
        foreach (var film in films)
        {
            film.Id = await filmRows.AddAsync(film, cancellationToken);
            foreach (var item in film.Items)
            {
                item.FilmId = film.Id;
                await itemRows.AddAsync(item, cancellationToken);
                foreach (var copy in item.Copies)
                    copy.Id = await copyRows.AddAsync(copy, cancellationToken);
            }
        }
    }
}
