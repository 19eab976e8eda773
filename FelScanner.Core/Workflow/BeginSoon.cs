using System.Threading.Channels;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>Approved requests whose download is to begin beside the caller. Losing the list loses nothing: <c>track-downloads</c> finds them by their status.</summary>
public sealed class BeginSoon(IOutbox outbox, IEventBus bus, TimeProvider time)
{
    private readonly Channel<string> _ids = Channel.CreateUnbounded<string>();

    public TimeProvider Time { get; } = time;

    public ChannelReader<string> Ids => _ids.Reader;

    public void Soon(string requestId) => _ids.Writer.TryWrite(requestId);

    /// <summary>A message of its own, as HTML; the same key is told once.</summary>
    public async Task TellAsync(string key, string html, CancellationToken cancellationToken)
    {
        await outbox.PutAsync([new OutboxItem(OutboxKind.Note, key, html)], cancellationToken);
        bus.Publish(new DomainEvent.MessageQueued());
    }

    /// <summary>The card's message is made again: something beside the request changed, the space for instance.</summary>
    public async Task TellAgainAsync(string cardId, CancellationToken cancellationToken)
    {
        await outbox.PutAsync([new OutboxItem(OutboxKind.Card, cardId)], cancellationToken);
        bus.Publish(new DomainEvent.MessageQueued());
    }
}
