namespace FelScanner.Web.Demo.World;

/// <summary>A film of the simulated household, with every copy of it.</summary>
public sealed record SimFilm
{
    /// <summary>The world's number for it; Plex's keys and Radarr's ids come from it.</summary>
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required int Year { get; init; }
    public int? TmdbId { get; init; }
    public string? ImdbId { get; init; }
    public string? OriginalTitle { get; init; }
    public IReadOnlyList<string> AlternativeTitles { get; init; } = [];
    public int Minutes { get; init; } = 120;
    public bool InPlex { get; init; } = true;
    public bool InRadarr { get; init; } = true;
    public IReadOnlyList<SimCopy> Copies { get; init; } = [];

    /// <summary>Seconds since 1970 of the last change.</summary>
    public long UpdatedAt { get; init; } = 1_763_000_000;

    /// <summary>The folder's name under every service's root.</summary>
    public string Folder => field ?? $"{Title.Replace(':', '-').Replace('/', '-').Replace("?", "", StringComparison.Ordinal)} ({Year})";

    public string Name => $"{Title} ({Year})";
}
