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

    /// <summary>The card's message is made again: something beside the request changed, the space for instance.</summary>
    public async Task TellAgainAsync(string cardId, CancellationToken cancellationToken)
    {
        await outbox.PutAsync([new OutboxItem(OutboxKind.Card, cardId)], cancellationToken);
        bus.Publish(new DomainEvent.MessageQueued());
    }
}
