using FelScanner.Core.Domain.Library;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>Stores one batch of Plex items inside a write transaction.</summary>
internal sealed class FilmStoring(FelDbContext context)
{
    private readonly FilmIndex _films = new();
    private readonly HashSet<FilmRow> _newFilms = [];
    private readonly HashSet<FilmItemRow> _newItems = [];

    /// <summary>Our ids of the films that changed, those that lost an item or ended among them.</summary>
    public async Task<IReadOnlyList<long>> StoreAsync(IReadOnlyList<PlexFilm> batch, CancellationToken cancellationToken)
    {
        foreach (var film in await KnownAsync(batch, cancellationToken))
            _films.Add(film);

        var touched = new HashSet<FilmRow>();
        foreach (var plexFilm in batch)
            Store(plexFilm, touched);
        return await FinishAsync(touched, cancellationToken);
    }

    public async Task<IReadOnlyList<long>> RemoveAsync(IReadOnlyList<string> plexKeys, CancellationToken cancellationToken)
    {
        var ids = await context.FilmItems.Where(item => plexKeys.Contains(item.PlexKey)).Select(item => item.FilmId).Distinct().ToListAsync(cancellationToken);
        var films = await Whole().Where(film => ids.Contains(film.Id)).ToListAsync(cancellationToken);
        foreach (var item in films.SelectMany(film => film.Items).Where(item => plexKeys.Contains(item.PlexKey)).ToList())
        {
            item.Film.Items.Remove(item);
            context.FilmItems.Remove(item);
        }

        return await FinishAsync([.. films], cancellationToken);
    }

    /// <summary>Works the figures of films out anew after their evidence changed.</summary>
    public async Task RefreshAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var films = await Whole().Where(film => ids.Contains(film.Id)).ToListAsync(cancellationToken);
        await FinishAsync([.. films], cancellationToken);
    }

    private void Store(PlexFilm plexFilm, HashSet<FilmRow> touched)
    {
        var item = _films.Item(plexFilm.Key);
        var film = _films.Fitting(plexFilm.Film, item) ?? NewFilm(plexFilm.Film);
        if (item is null)
        {
            item = new FilmItemRow { PlexKey = plexFilm.Key, Film = film, SectionKey = "", Fingerprint = "", Title = "" };
            film.Items.Add(item);
            _newItems.Add(item);
        }
        else if (item.Film != film)
        {
            touched.Add(item.Film);
            item.Film.Items.Remove(item);
            item.Film = film;
            film.Items.Add(item);
        }

        ItemText.Write(item, plexFilm);
        CopySync.Write(context, item, plexFilm.Film.Copies);
        _films.Add(film, plexFilm.Film);
        touched.Add(film);
    }

    private FilmRow NewFilm(Film film)
    {
        var row = new FilmRow { Title = film.Title, MatchKey = "", TitleKey = "" };
        _newFilms.Add(row);
        return row;
    }

    private async Task<IReadOnlyList<long>> FinishAsync(HashSet<FilmRow> touched, CancellationToken cancellationToken)
    {
        var evidence = await FilmReading.EvidenceAsync(context, touched.SelectMany(film => film.Items).SelectMany(item => item.Copies), cancellationToken);
        foreach (var film in touched)
            Finish(film, evidence);

        List<FilmRow> whollyNew = [.. touched.Where(IsWhollyNew)];
        context.Films.AddRange(_newFilms.Where(film => film.Items.Count > 0 && !IsWhollyNew(film)));
        var changed = FilmChanges.In(context);
        await context.SaveChangesAsync(cancellationToken);
        await FilmBulk.InsertAsync(context, whollyNew, cancellationToken);
        return [.. changed.Concat(whollyNew).Select(film => film.Id)];
    }

    private bool IsWhollyNew(FilmRow film) => film.Items.Count > 0 && _newFilms.Contains(film) && film.Items.TrueForAll(_newItems.Contains);

    private void Finish(FilmRow film, EvidenceByFile evidence)
    {
        if (film.Items.Count > 0)
        {
            List<CopyRow> rows = [.. film.Items.SelectMany(item => item.Copies)];
            FilmFigures.Merge(film);
            FilmFigures.Write(film, FilmText.Copies(rows, evidence), rows.Exists(row => evidence.Of(row).Any(note => !note.Opened)));
        }
        else if (!_newFilms.Contains(film))
        {
            context.Films.Remove(film);
        }
    }

    private IQueryable<FilmRow> Whole() => context.Films.Include(film => film.Items).ThenInclude(item => item.Copies).AsSplitQuery();

    private async Task<IReadOnlyList<FilmRow>> KnownAsync(IReadOnlyList<PlexFilm> batch, CancellationToken cancellationToken)
    {
        List<string> keys = [.. batch.Select(film => film.Key)];
        List<int?> tmdb = [.. batch.Select(film => film.Film.TmdbId).Where(id => id is not null)];
        List<string?> imdb = [.. batch.Select(film => film.Film.ImdbId).Where(id => id is not null)];
        List<string> titles = [.. batch.Where(film => FilmIndex.HasNoId(film.Film)).Select(film => FilmFigures.MatchKey(film.Film.Title, film.Film.Year))];
        var ids = await context.FilmItems.Where(item => keys.Contains(item.PlexKey)).Select(item => item.FilmId)
            .Union(context.Films.Where(film => tmdb.Contains(film.TmdbId)).Select(film => film.Id))
            .Union(context.Films.Where(film => imdb.Contains(film.ImdbId)).Select(film => film.Id))
            .Union(context.Films.Where(film => titles.Contains(film.MatchKey)).Select(film => film.Id))
            .ToListAsync(cancellationToken);
        return ids.Count == 0 ? [] : await Whole().Where(film => ids.Contains(film.Id)).ToListAsync(cancellationToken);
    }
}
