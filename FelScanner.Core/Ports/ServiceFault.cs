namespace FelScanner.Core.Ports;

public enum FaultKind
{
    /// <summary>Nothing answers there (DNS, refused, reset, TLS).</summary>
    Unreachable,
    Timeout,

    /// <summary>Wrong or expired key, cookie, token or password.</summary>
    Unauthorised,

    /// <summary>The service refuses this caller for now or for good (banned, blocked, thrown out).</summary>
    Forbidden,
    RateLimited,
    NotFound,

    /// <summary>It understood and said no.</summary>
    Refused,

    /// <summary>It answered something that cannot be its answer (HTML for JSON, a changed page, too large).</summary>
    BadAnswer,

    /// <summary>A needed setting is empty.</summary>
    NotConfigured,

    /// <summary>Somebody else does the same (two pollers of one bot).</summary>
    Conflict,
}

/// <summary>
/// A remote service failed: which, what happened in one sentence, and what a person can do. It never carries a secret.
/// Caught only by the job runner, the API handler, the page's error boundary and the workflow step that keeps the request's state.
/// </summary>
public sealed class ServiceFault(string service, FaultKind kind, string what, string remedy, Exception? inner = null)
    : Exception($"{what} {remedy}".Trim(), inner)
{
    /// <summary>"plex", "radarr", "qbittorrent", "telegram", "iptorrents", "feed:name", …</summary>
    public string Service { get; } = service;

    public FaultKind Kind { get; } = kind;

    /// <summary>What happened, one sentence.</summary>
    public string What { get; } = what;

    /// <summary>What to do about it, one sentence; may be empty.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>When the service itself said how long to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
