using FelScanner.Core.Domain.Library;

namespace FelScanner.Core.Ports;

/// <summary>A movie library of the Plex server with the folders it covers, as Plex sees them.</summary>
public sealed record PlexSection(string Key, string Title, IReadOnlyList<string> Folders);

/// <summary>One row of a library's list: enough to see whether the film changed. <paramref name="Fingerprint"/> covers updatedAt, the Media ids and the file sizes.</summary>
public sealed record PlexListing(string Key, string SectionKey, string SectionTitle, string Title, string Fingerprint, int Total);

/// <summary>A film as Plex describes it in full. <see cref="Film.Id"/> is 0; optimised versions are left out.</summary>
public sealed record PlexFilm(string Key, string SectionKey, string Fingerprint, Film Film);

/// <summary>What one call for films in full brought. <paramref name="Unread"/>: keys that Plex knows or may know but could not describe; a key in neither is gone.</summary>
public sealed record PlexBatch(IReadOnlyList<PlexFilm> Films, IReadOnlyList<string> Unread);

/// <summary>The picture of a film.</summary>
public sealed record Poster(byte[] Bytes, string ContentType);

/// <summary>The owner's Plex server. Every call may throw a <see cref="ServiceFault"/>.</summary>
public interface IPlexLibrary
{
    /// <summary>The chosen movie libraries (all when none is named).</summary>
    Task<IReadOnlyList<PlexSection>> SectionsAsync(CancellationToken cancellationToken);

    /// <summary>The list of one library, page by page (500 a page, halved on a timeout).</summary>
    IAsyncEnumerable<IReadOnlyList<PlexListing>> ListAsync(PlexSection section, CancellationToken cancellationToken);

    /// <summary>Films in full, in batches, halved on errors. A key that Plex no longer knows is left out; one that it cannot describe is named.</summary>
    IAsyncEnumerable<PlexBatch> DetailsAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>Asks Plex to scan one folder, as Plex sees it. False when no library covers that folder.</summary>
    Task<bool> ScanFolderAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Null when Plex has none.</summary>
    Task<Poster?> PosterAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keys of films that changed or vanished, as they happen, until cancelled or the stream breaks.</summary>
    IAsyncEnumerable<string> ChangesAsync(CancellationToken cancellationToken);
}

/// <summary>A collection in one Plex library.</summary>
public sealed record PlexCollection(string Key, string Title, bool Smart);

/// <summary>Collections of the Plex server.</summary>
public interface IPlexCollections
{
    Task<PlexCollection?> FindAsync(PlexSection section, string title, CancellationToken cancellationToken);

    Task<IReadOnlyList<string>> MembersAsync(PlexCollection collection, CancellationToken cancellationToken);

    Task<PlexCollection> CreateAsync(PlexSection section, string title, IReadOnlyList<string> filmKeys, CancellationToken cancellationToken);

    Task AddAsync(PlexCollection collection, IReadOnlyList<string> filmKeys, CancellationToken cancellationToken);

    Task RemoveAsync(PlexCollection collection, string filmKey, CancellationToken cancellationToken);
}
