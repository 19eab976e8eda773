using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Library;

/// <summary>A film of the owner's library with every copy of it, whichever Plex library holds it.</summary>
public sealed record Film
{
    /// <summary>Our own key; 0 before it is stored.</summary>
    public long Id { get; init; }

    public required string Title { get; init; }

    public int? Year { get; init; }

    /// <summary>Original, alternative and AKA titles, as Plex and Radarr tell them.</summary>
    public IReadOnlyList<string> OtherTitles { get; init; } = [];

    public int? TmdbId { get; init; }

    /// <summary>With the "tt" prefix.</summary>
    public string? ImdbId { get; init; }

    /// <summary>Plex's rating keys of this film, one for each library that holds it.</summary>
    public IReadOnlyList<string> PlexKeys { get; init; } = [];

    public IReadOnlyList<Copy> Copies { get; init; } = [];

    public DateTimeOffset? AddedAt { get; init; }
}
