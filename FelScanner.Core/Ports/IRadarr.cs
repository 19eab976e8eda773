namespace FelScanner.Core.Ports;

/// <summary>A film as Radarr has it. <paramref name="Folder"/> is in Radarr's view.</summary>
public sealed record RadarrFilm(
    int Id, string Title, string? OriginalTitle, IReadOnlyList<string> OtherTitles, int? Year, int? TmdbId, string? ImdbId,
    string Folder, bool HasFile, string? FilePath, long? FileBytes);

/// <summary>One of Radarr's root folders. <paramref name="FreeBytes"/> is null when Radarr does not say.</summary>
public sealed record RadarrRoot(string Path, bool Accessible, long? FreeBytes);

/// <summary>The owner's Radarr. Every call may throw a <see cref="ServiceFault"/>.</summary>
public interface IRadarr
{
    Task<IReadOnlyList<RadarrFilm>> FilmsAsync(CancellationToken cancellationToken);

    /// <summary>Films with this TMDb id: one or none.</summary>
    Task<RadarrFilm?> ByTmdbAsync(int tmdbId, CancellationToken cancellationToken);

    Task<IReadOnlyList<RadarrRoot>> RootsAsync(CancellationToken cancellationToken);

    /// <summary>The categories under which Radarr looks for its own downloads.</summary>
    Task<IReadOnlyList<string>> DownloadCategoriesAsync(CancellationToken cancellationToken);

    Task RescanAsync(int radarrId, CancellationToken cancellationToken);

    /// <summary>Null when Radarr has none.</summary>
    Task<Poster?> PosterAsync(int radarrId, CancellationToken cancellationToken);
}
