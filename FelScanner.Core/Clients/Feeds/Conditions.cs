using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>Asking only for what changed since (RFC 9110, conditional requests).</summary>
internal static class Conditions
{
    private const int MostIds = 300;

    public static IEnumerable<(string Name, string Value)> Of(FeedMemory memory)
    {
        if (memory.ETag is { Length: > 0 } tag)
            yield return ("If-None-Match", tag);
        if (memory.LastModified is { Length: > 0 } moment)
            yield return ("If-Modified-Since", moment);
    }

    /// <summary>What to remember of a reading: the answer's marks, and the newest ids with older ones behind them.</summary>
    public static FeedMemory After(FeedMemory before, Reply? reply, IEnumerable<string?> newest) => new(
        reply?.Header("ETag"), reply?.Header("Last-Modified"), [.. newest.OfType<string>().Concat(before.NewestIds).Distinct().Take(MostIds)]);
}
