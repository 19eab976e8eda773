using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>What the simulated client holds: torrents in the order of their adding, categories with their save paths, and its log. Guarded by <see cref="Gate"/>.</summary>
internal sealed class QbStore(TimeProvider time)
{
    public Lock Gate { get; } = new();

    public Dictionary<string, QbTorrent> Torrents { get; } = [];

    public Dictionary<string, string> Categories { get; } = [];

    public SortedSet<string> Tags { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Adds { get; } = [];

    public List<JsonObject> Log { get; } = [];

    /// <summary>The types of the real log: 1 normal, 2 info, 4 warning, 8 critical.</summary>
    public void Write(int type, string message) => Log.Add(new JsonObject
    {
        ["id"] = Log.Count,
        ["timestamp"] = time.GetUtcNow().ToUnixTimeSeconds(),
        ["type"] = type,
        ["message"] = message,
    });

    /// <summary>The torrents a client names by hashes joined with |, or all.</summary>
    public IReadOnlyList<QbTorrent> Named(string hashes) => hashes == "all"
        ? [.. Torrents.Values]
        : [.. hashes.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(h => Torrents.GetValueOrDefault(h.ToLowerInvariant())).OfType<QbTorrent>()];
}
