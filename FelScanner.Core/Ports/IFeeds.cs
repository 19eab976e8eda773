using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Ports;

/// <summary>What is remembered of a feed between readings; opaque to everybody but the feed.</summary>
public sealed record FeedMemory(string? ETag, string? LastModified, IReadOnlyList<string> NewestIds)
{
    public static FeedMemory Empty { get; } = new(null, null, []);
}

/// <summary>One reading of a feed. <paramref name="Complete"/>: every page since the last one seen was read.</summary>
public sealed record FeedReading(IReadOnlyList<Release> Releases, FeedMemory Memory, bool Complete, bool NotModified);

/// <summary>A film to search for by hand.</summary>
public sealed record FilmQuery(string Title, int? Year, int? TmdbId, string? ImdbId);

/// <summary>A source of releases. Every call may throw a <see cref="ServiceFault"/> whose service is this feed.</summary>
public interface IFeed
{
    /// <summary>"iptorrents" or the configured name.</summary>
    string Name { get; }

    /// <summary>The connection's name: "iptorrents" or "feed:name".</summary>
    string Service { get; }

    /// <summary>Type, address and search in one stable word without secrets: a change makes it a new feed.</summary>
    string Identity { get; }

    /// <summary>The shortest time between two readings by itself, with the floor applied.</summary>
    TimeSpan Interval { get; }

    /// <summary>The host that is asked: one request at a time a host.</summary>
    string Host { get; }

    /// <summary>Reads every page since the last one seen (bounded). <see cref="Release.FirstSeen"/> is filled by the caller.</summary>
    Task<FeedReading> ReadAsync(FeedMemory memory, CancellationToken cancellationToken);

    Task<IReadOnlyList<Release>> SearchAsync(FilmQuery query, CancellationToken cancellationToken);

    /// <summary>True when a release's page can be fetched to learn what its name leaves open.</summary>
    bool CanDescribe(Release release);

    /// <summary>The text of the release's page; null when it has none.</summary>
    Task<string?> DescribeAsync(Release release, CancellationToken cancellationToken);

    /// <summary>True when the address lies on this feed's host or one of its download hosts.</summary>
    bool Serves(Uri address);

    /// <summary>The .torrent (≤ 10 MiB) with the feed's own cookies; redirects are checked against the same hosts.</summary>
    Task<byte[]> FetchTorrentAsync(string url, CancellationToken cancellationToken);
}

/// <summary>Opens the configured feeds.</summary>
public interface IFeeds
{
    /// <summary>Every enabled feed of these settings, IPTorrents first.</summary>
    IReadOnlyList<IFeed> Open(FelSettings settings);
}
