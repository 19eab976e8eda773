using System.Collections.Concurrent;

namespace FelScanner.Web.Demo.World;

/// <summary>
/// The household behind the simulated services: its films and the files that have arrived on its disk but were not scanned yet.
/// Changes are whole replacements of a film, so that a reader always sees one state.
/// </summary>
public sealed class SimWorld(TimeProvider time, SimRoots roots)
{
    private readonly ConcurrentDictionary<int, SimFilm> _films = [];
    private readonly ConcurrentDictionary<int, SimCopy> _unscanned = [];
    private volatile IReadOnlyList<SimFilm>? _ordered;
    private int _lastCopy = 100_000;
    private int _lastFilm = 1000;

    public SimRoots Roots { get; } = roots;

    /// <summary>All films in the order of their numbers.</summary>
    public IReadOnlyList<SimFilm> Films => _ordered ??= [.. _films.Values.OrderBy(f => f.Id)];

    public SimFilm? Find(int id) => _films.GetValueOrDefault(id);

    public int NextCopyId() => Interlocked.Increment(ref _lastCopy);

    /// <summary>Adds a film, or replaces the one with its number.</summary>
    public SimFilm Put(SimFilm film)
    {
        var kept = _films[film.Id] = film with { UpdatedAt = time.GetUtcNow().ToUnixTimeSeconds() };
        _ordered = null;
        return kept;
    }

    /// <summary>Adds a film under the next free number.</summary>
    public SimFilm Add(string title, int year, int? tmdbId, params SimCopy[] copies) => Put(new SimFilm
    {
        Id = Interlocked.Increment(ref _lastFilm),
        Title = title,
        Year = year,
        TmdbId = tmdbId,
        Copies = copies,
    });

    public void Remove(int id)
    {
        _films.TryRemove(id, out _);
        _ordered = null;
    }

    /// <summary>A copy with the next free number.</summary>
    public SimCopy Copy(string fileName, SimPicture picture, SimSound sound = SimSound.DdpAtmos, long bytes = 24_000_000_000, int lines = 2160) =>
        new() { Id = NextCopyId(), FileName = fileName, Picture = picture, Sound = sound, Bytes = bytes, Lines = lines };

    /// <summary>The film whose folder holds this path, whichever service's view it is.</summary>
    public SimFilm? AtPath(string path)
    {
        var parts = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return _films.Values.FirstOrDefault(f => parts.Contains(f.Folder, StringComparer.Ordinal));
    }

    /// <summary>A file has arrived in the film's folder; Plex learns of it when it scans.</summary>
    public void Arrive(SimFilm film, SimCopy copy) => _unscanned[film.Id] = copy with { AddedAt = time.GetUtcNow().ToUnixTimeSeconds() };

    /// <summary>An arrived file has another name; Plex learns of it when it scans again. False when no such file has arrived.</summary>
    public bool Rename(int filmId, string from, string to)
    {
        if (_unscanned.TryGetValue(filmId, out var copy) && copy.FileName == from)
            return _unscanned.TryUpdate(filmId, copy with { FileName = to }, copy);
        if (!_films.TryGetValue(filmId, out var film) || film.Copies.FirstOrDefault(c => c.FileName == from) is not { } scanned)
            return false;
        Put(film with { Copies = [.. film.Copies.Where(c => c != scanned)] });
        _unscanned[filmId] = scanned with { FileName = to };
        return true;
    }

    /// <summary>Takes what has arrived in the film's folder into the film; null when nothing new lies there.</summary>
    public SimFilm? Scan(int filmId) =>
        _unscanned.TryRemove(filmId, out var copy) && _films.TryGetValue(filmId, out var film)
            ? Put(film with { Copies = [.. film.Copies, copy], InPlex = true })
            : null;

    /// <summary>The numbers of the films with an arrived file that was not scanned yet.</summary>
    public IReadOnlyList<int> Unscanned => [.. _unscanned.Keys];
}
