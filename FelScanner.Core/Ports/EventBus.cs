using System.Collections.Concurrent;
using System.Threading.Channels;

namespace FelScanner.Core.Ports;

/// <summary>The bus inside the process: a bounded queue a listener, the oldest event dropped when it is full.</summary>
public sealed class EventBus : IEventBus
{
    private readonly ConcurrentDictionary<long, Channel<DomainEvent>> _listeners = new();
    private long _next;
    private long _published;

    public long Published => Interlocked.Read(ref _published);

    public void Publish(DomainEvent domainEvent)
    {
        Interlocked.Increment(ref _published);
        foreach (var listener in _listeners.Values)
            listener.Writer.TryWrite(domainEvent);
    }

    public EventListener Listen(int capacity = 256)
    {
        var key = Interlocked.Increment(ref _next);
        var queue = Channel.CreateBounded<DomainEvent>(new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        _listeners[key] = queue;
        return new EventListener(queue.Reader, () =>
        {
            if (_listeners.TryRemove(key, out var gone))
                gone.Writer.TryComplete();
        });
    }
}
