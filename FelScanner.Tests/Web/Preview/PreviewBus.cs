using System.Collections.Concurrent;
using System.Threading.Channels;
using FelScanner.Core.Ports;

namespace FelScanner.Tests.Web.Preview;

/// <summary>The bus in its simplest form.</summary>
internal sealed class PreviewBus : IEventBus
{
    private readonly ConcurrentDictionary<Channel<DomainEvent>, bool> _listeners = new();

    private long _published;

    public long Published => Interlocked.Read(ref _published);

    public int Listeners => _listeners.Count;

    public void Publish(DomainEvent domainEvent)
    {
        Interlocked.Increment(ref _published);
        foreach (var listener in _listeners.Keys)
            listener.Writer.TryWrite(domainEvent);
    }

    public EventListener Listen(int capacity = 256)
    {
        var channel = Channel.CreateBounded<DomainEvent>(new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners[channel] = true;
        return new EventListener(channel.Reader, () => _listeners.TryRemove(channel, out _));
    }
}
