namespace FelScanner.Core.Domain.Releases;

/// <summary>A release as a feed brought it. Stored once, however many feeds carry it.</summary>
public sealed record Release
{
    /// <summary>Our own key; 0 before it is stored.</summary>
    public long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The feed that brought it first: "iptorrents", the name of a configured feed, or "push".</summary>
    public required string Feed { get; init; }

    /// <summary>The feed's own id of it, when it has one.</summary>
    public string? FeedId { get; init; }

    /// <summary>Lower-case hexadecimal, when known.</summary>
    public string? InfoHash { get; init; }

    /// <summary>Where the .torrent is. May carry a pass key: never logged.</summary>
    public string? Url { get; init; }

    public string? MagnetLink { get; init; }

    /// <summary>The tracker's page of it.</summary>
    public string? DetailsUrl { get; init; }

    public string? Description { get; init; }

    /// <summary>What the feed was searched for, when the search itself is evidence ("BL+EL+RPU" in descriptions).</summary>
    public string? Query { get; init; }

    public int? TmdbId { get; init; }

    public string? ImdbId { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? Bytes { get; init; }

    public int? Seeders { get; init; }

    public bool Freeleech { get; init; }

    /// <summary>When the tracker says it was published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset FirstSeen { get; init; }

    public DateTimeOffset LastSeen { get; init; }
}
