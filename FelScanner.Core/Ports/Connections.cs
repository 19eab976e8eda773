using FelScanner.Core.Settings;

namespace FelScanner.Core.Ports;

public enum ConnectionStatus
{
    Unknown,
    Disabled,
    Connected,
    Error,
}

/// <summary>What one test of a service found.</summary>
public sealed record ConnectionReport
{
    /// <summary>"plex", "radarr", "qbittorrent", "telegram", "iptorrents", "feed:name".</summary>
    public required string Service { get; init; }

    public required ConnectionStatus Status { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Message { get; init; }

    public string? Remedy { get; init; }

    public FaultKind? Fault { get; init; }

    public string? Version { get; init; }

    public int? LatencyMs { get; init; }

    public DateTimeOffset? LastCheck { get; init; }

    /// <summary>Figures of that service by their public names ("movie_count", "torrent_count", "bot_name", "libraries", …).</summary>
    public IReadOnlyDictionary<string, object?> Extra { get; init; } = new Dictionary<string, object?>();
}

/// <summary>Tests the connection to one service (or all of a kind: the further feeds) once, with the settings given, which may be unsaved. Saves nothing, never throws a <see cref="ServiceFault"/>.</summary>
public interface IConnectionTest
{
    /// <summary>"plex", "radarr", "qbittorrent", "telegram", "iptorrents" or "feeds".</summary>
    string Service { get; }

    /// <param name="byPerson">True when a person asked: then a password that failed before may be tried once more.</param>
    Task<IReadOnlyList<ConnectionReport>> TestAsync(FelSettings settings, bool byPerson, CancellationToken cancellationToken);
}
