using System.Threading.Channels;

namespace FelScanner.Core.Ports;

/// <summary>Something changed that a page may show. Carries no data but a key: listeners load what they need.</summary>
public abstract record DomainEvent
{
    public sealed record RequestChanged(string RequestId) : DomainEvent;

    public sealed record DownloadsMoved : DomainEvent;

    public sealed record ReleaseJudged(long ReleaseId) : DomainEvent;

    public sealed record LibraryChanged : DomainEvent;

    /// <summary>A connection's status, or the catalogue of findings.</summary>
    public sealed record HealthChanged : DomainEvent;

    public sealed record JobChanged(string JobId) : DomainEvent;

    public sealed record SettingsChanged : DomainEvent;

    public sealed record ActivityAdded : DomainEvent;

    /// <summary>There is something in the outbox.</summary>
    public sealed record MessageQueued : DomainEvent;
}

/// <summary>The bus inside the process. Publishing never waits: a listener that is too slow loses the oldest events.</summary>
public interface IEventBus
{
    /// <summary>How many events have been published so far; an event is counted before anybody hears it.</summary>
    long Published { get; }

    void Publish(DomainEvent domainEvent);

    /// <summary>Listens until disposed.</summary>
    EventListener Listen(int capacity = 256);
}

/// <summary>One listener's queue of events.</summary>
public sealed class EventListener(ChannelReader<DomainEvent> events, Action stop) : IDisposable
{
    public ChannelReader<DomainEvent> Events { get; } = events;

    public void Dispose() => stop();
}
