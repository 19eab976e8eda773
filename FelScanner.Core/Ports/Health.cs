namespace FelScanner.Core.Ports;

public enum FindingSeverity
{
    Info,
    Warning,
    Error,
}

/// <summary>Something that is not as it should be, with what to do. <paramref name="Id"/> is stable ("plex.down", "download.&lt;id&gt;", …); <paramref name="Link"/> is a page of ours.</summary>
public sealed record Finding(string Id, FindingSeverity Severity, string Message, string Remedy, DateTimeOffset Since, string? Link = null);

/// <summary>The findings of now. Each is raised and cleared by the verb that sees it; an episode keeps its first time.</summary>
public interface IFindings
{
    void Raise(string id, FindingSeverity severity, string message, string remedy, string? link = null);

    void Clear(string id);

    /// <summary>Clears every finding whose id begins with the prefix, but for those named.</summary>
    void ClearAllBut(string prefix, IReadOnlyCollection<string> keep);

    /// <summary>Takes up an episode that began before the restart; one that is raised already keeps its newer words.</summary>
    void Resume(Finding finding);

    IReadOnlyList<Finding> Now { get; }
}

/// <summary>Looks at one thing that may go wrong by itself, and raises or clears its findings.</summary>
public interface IHealthWatch
{
    /// <exception cref="ServiceFault">A service that is needed for the look is down; its own finding tells that.</exception>
    Task LookAsync(CancellationToken cancellationToken);
}

/// <summary>The state of the data folder.</summary>
public interface IStorageHealth
{
    /// <summary>Ids of the requests that are not over and whose stored details cannot be read.</summary>
    Task<IReadOnlyList<string>> UnreadableAsync(CancellationToken cancellationToken);

    /// <summary>Bytes free for the data folder; null when the system does not tell.</summary>
    long? FreeBytes();

    /// <summary>Looks through the database while it is in use. Null: sound; else what SQLite says.</summary>
    Task<string?> DamageAsync(CancellationToken cancellationToken);
}

/// <summary>How far this machine's clock is from those of the services, as their answers tell by themselves.</summary>
public interface IClockReadings
{
    /// <summary>By host: the service's clock minus ours, and when it was read.</summary>
    IReadOnlyDictionary<string, (TimeSpan Ahead, DateTimeOffset At)> Now { get; }
}

/// <summary>The last report of each connection, kept in memory.</summary>
public interface IConnectionBoard
{
    IReadOnlyList<ConnectionReport> Now { get; }

    void Put(IReadOnlyList<ConnectionReport> reports);

    /// <summary>Forgets connections that are no longer configured.</summary>
    void Keep(IReadOnlyCollection<string> services);
}

/// <summary>The one snapshot of running downloads that every tab, the API and the chat share.</summary>
public interface IDownloadBoard
{
    IReadOnlyList<ActiveDownload> Now { get; }

    void Put(IReadOnlyList<ActiveDownload> downloads);

    /// <summary>True while somebody looks: then qBittorrent is asked every second.</summary>
    bool Watched { get; }

    /// <summary>Somebody looks until the returned handle is disposed.</summary>
    IDisposable Watch();
}

/// <summary>A request with what qBittorrent says of its torrent.</summary>
public sealed record ActiveDownload(Domain.Requests.DownloadRequest Request, TorrentState? Torrent, string? Problem, string? Remedy);
