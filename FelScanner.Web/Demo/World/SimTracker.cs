using System.Collections.Concurrent;
using FelScanner.Web.Demo.Torrents;

namespace FelScanner.Web.Demo.World;

/// <summary>What is uploaded at the simulated tracker; the pages, the RSS feed and the Torznab indexer all show it.</summary>
public sealed class SimTracker(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<SimRelease> _releases = [];
    private readonly ConcurrentDictionary<int, string> _hashes = [];
    private int _lastId = 6_100_000;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SimRelease> Releases
    {
        get
        {
            lock (_lock)
                return [.. _releases.AsEnumerable().Reverse()];
        }
    }

    public SimRelease? Find(int id)
    {
        lock (_lock)
            return _releases.Find(r => r.Id == id);
    }

    public SimRelease? FindByHash(string hash) => Releases.FirstOrDefault(r => HashOf(r) == hash);

    /// <summary>Uploads a release now, under the next number.</summary>
    public SimRelease Publish(string name, long bytes, string description = "", Func<SimRelease, SimRelease>? with = null)
    {
        var release = new SimRelease
        {
            Id = Interlocked.Increment(ref _lastId),
            Name = name,
            Bytes = bytes,
            Description = description,
            UploadedAt = time.GetUtcNow(),
        };
        release = with is null ? release : with(release);
        lock (_lock)
            _releases.Add(release);
        return release;
    }

    /// <summary>The release's .torrent: its own, else one made from its number, always the same.</summary>
    public byte[] TorrentOf(SimRelease release) =>
        release.Torrent ?? TorrentMaker.Make($"{release.Name.Replace('/', '-')}.mkv", release.Bytes, release.Id);

    /// <summary>The info hash of <see cref="TorrentOf"/>, lower case.</summary>
    public string HashOf(SimRelease release) => _hashes.GetOrAdd(release.Id, _ => TorrentFile.Read(TorrentOf(release))!.Hash);

    public void Clear()
    {
        lock (_lock)
            _releases.Clear();
    }
}
