using System.Net;
using System.Net.Sockets;

namespace FelScanner.Web.Security;

/// <summary>
/// Slows down the guessing of passwords: after five wrong ones an address waits, after ten a name does (whoever asks), each time twice as long.
/// Nothing here looks at API keys.
/// </summary>
public sealed class Throttle(TimeProvider time)
{
    private const int MostTracked = 10_000;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private static readonly Limit OfAddress = new(5, TimeSpan.FromMinutes(15));
    // An outsider must not be able to lock the owner out for long by guessing with the owner's name.
    private static readonly Limit OfName = new(10, TimeSpan.FromMinutes(2));
    private readonly Dictionary<string, Record> _records = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();

    /// <summary>
    /// Takes one attempt: how long to wait when it may not be made now, else null. The attempt counts as wrong until <see cref="Forget"/>,
    /// so that parallel guesses cannot slip through together.
    /// </summary>
    public TimeSpan? Take(IPAddress? address, string name)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var (byAddress, byName) = (KeyOf(address), "name:" + name.Trim());
            var wait = new[] { Waiting(byAddress, now), Waiting(byName, now) }.Max();
            if (wait > TimeSpan.Zero)
                return wait;
            Sweep(now);
            Count(byAddress, OfAddress, now);
            Count(byName, OfName, now);
            return null;
        }
    }

    /// <summary>The password was right: the address and the name start anew.</summary>
    public void Forget(IPAddress? address, string name)
    {
        lock (_lock)
        {
            _records.Remove(KeyOf(address));
            _records.Remove("name:" + name.Trim());
        }
    }

    private TimeSpan Waiting(string key, DateTimeOffset now) => _records.TryGetValue(key, out var record) ? record.Until - now : TimeSpan.Zero;

    private void Count(string key, Limit limit, DateTimeOffset now)
    {
        var wrong = (_records.TryGetValue(key, out var record) && now - record.Last < Memory ? record.Wrong : 0) + 1;
        var doublings = Math.Min(wrong - limit.Free, 10);
        var wait = doublings < 0 ? TimeSpan.Zero : FirstWait * Math.Pow(2, doublings);
        _records[key] = new Record(wrong, now, now + (wait < limit.Longest ? wait : limit.Longest));
    }

    private void Sweep(DateTimeOffset now)
    {
        if (_records.Count < MostTracked)
            return;
        foreach (var key in _records.Where(pair => now - pair.Value.Last >= Memory).Select(pair => pair.Key).ToList())
            _records.Remove(key);
        foreach (var key in _records.OrderBy(pair => pair.Value.Last).Take(_records.Count - MostTracked + 1).Select(pair => pair.Key).ToList())
            _records.Remove(key);
    }

    /// <summary>One household or attacker owns a whole /64 of IPv6.</summary>
    private static string KeyOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private sealed record Limit(int Free, TimeSpan Longest);

    private sealed record Record(int Wrong, DateTimeOffset Last, DateTimeOffset Until);
}
