using System.Collections.Concurrent;
using FelScanner.Core.Clients.Http;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>The way to feeds: one request at a time a host, whatever asks.</summary>
internal sealed class FeedWire(Wire wire)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.OrdinalIgnoreCase);

    public TimeProvider Time => wire.Time;

    public async Task<Reply> SendAsync(RemoteService service, WireCall call, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(call.Address.Authority, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await wire.SendAsync(service, call, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }
}
