using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Ports;

/// <summary>
/// The library page's filters. <paramref name="Kind"/> holds words with commas between them, which must all hold; <paramref name="InRadarr"/> is needed for
/// <see cref="NotInRadarr"/> only.
/// </summary>
public sealed record LibraryFilter(string? Kind = null, string? Query = null, string? Sort = null, bool Descending = false, RadarrIds? InRadarr = null)
{
    public const string NotInRadarr = "not_in_radarr";

    public IReadOnlyList<string> Words => Kind?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

/// <summary>The ids of every film that Radarr has.</summary>
public sealed record RadarrIds(IReadOnlyList<int> Tmdb, IReadOnlyList<string> Imdb);

/// <summary>What is stored of one Plex item.</summary>
public sealed record KnownItem(string SectionKey, string Fingerprint);

/// <summary>Figures of the library by films; a film counts by its best copy.</summary>
public sealed record LibraryCounts(
    int Films, int Copies, int Dv, int FelProven, int Fel, int MaybeFel, int Mel, int P8, int P5, int Hdr10Plus, int Hdr10, int Sdr, int Other, int Atmos, long Bytes);

/// <summary>One scan of the library.</summary>
public sealed record ScanRecord(DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Result, int Seen, int Added, int Changed, int Removed, string? Error)
{
    public const string Done = "ok";
    public const string Failed = "failed";

    /// <summary>A person, or the program's end, stopped it.</summary>
    public const string Stopped = "stopped";
}

/// <summary>A copy that waits to be probed, with its path as Plex sees it.</summary>
public sealed record CopyToProbe(long CopyId, long FilmId, string Title, string Path, long? Bytes);

/// <summary>The owner's films and copies as last read, with the evidence of each copy's layer.</summary>
public interface ILibrary
{
    /// <summary>Every film with its copies. Evidence notes are folded into each copy's quality.</summary>
    Task<IReadOnlyList<Film>> AllAsync(CancellationToken cancellationToken);

    /// <summary>The same one after the other, in the order of our ids: what goes through a large library holds only a part of it in memory.</summary>
    IAsyncEnumerable<Film> EachAsync(CancellationToken cancellationToken);

    Task<Film?> FindAsync(long filmId, CancellationToken cancellationToken);

    Task<Page<Film>> PageAsync(LibraryFilter filter, int page, int pageSize, CancellationToken cancellationToken);

    Task<LibraryCounts> CountsAsync(CancellationToken cancellationToken);

    /// <summary>Plex key → what is stored of that item.</summary>
    Task<IReadOnlyDictionary<string, KnownItem>> KnownAsync(CancellationToken cancellationToken);

    /// <summary>Stores films read from Plex: items with the same ids become one film; copies keep their evidence while path and size stay. Returns our ids of the films that changed.</summary>
    Task<IReadOnlyList<long>> StoreAsync(IReadOnlyList<PlexFilm> films, CancellationToken cancellationToken);

    /// <summary>Removes the items with these Plex keys; a film without items goes too.</summary>
    Task<IReadOnlyList<long>> RemoveAsync(IReadOnlyCollection<string> plexKeys, CancellationToken cancellationToken);

    /// <summary>The owner's word about a copy; a null layer takes it back.</summary>
    Task<bool> MarkAsync(long copyId, EnhancementLayer? layer, string by, CancellationToken cancellationToken);

    /// <summary>Stores what a probe found, with the file's size and time so that it is not read again. Returns whose mark a proof has replaced; null for nobody's.</summary>
    Task<string?> ProvenAsync(long copyId, ProbeResult result, long bytes, DateTimeOffset fileChangedAt, CancellationToken cancellationToken);

    /// <summary>Copies never probed, or whose probe is out of date; profile 7 first.</summary>
    Task<IReadOnlyList<CopyToProbe>> ToProbeAsync(int limit, CancellationToken cancellationToken);

    Task<int> CountToProbeAsync(CancellationToken cancellationToken);

    Task<CopyToProbe?> CopyAsync(long copyId, CancellationToken cancellationToken);

    Task AddScanAsync(ScanRecord scan, CancellationToken cancellationToken);

    Task<IReadOnlyList<ScanRecord>> ScansAsync(int count, CancellationToken cancellationToken);
}
