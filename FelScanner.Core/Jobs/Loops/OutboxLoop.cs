using FelScanner.Core.Ports;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Delivers as soon as something is put into the outbox, and again when the next row is due.</summary>
internal sealed class OutboxLoop(JobRunner runner, IOutbox outbox, IEventBus bus, TimeProvider time, ILogger<OutboxLoop> logger) : Loop(time, logger)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private readonly EventListener _listener = bus.Listen();

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (await outbox.NextDueAsync(cancellationToken) is { } due && due <= Time.GetUtcNow())
            await runner.RunAsync("deliver-messages", byHand: false)!;
        await WaitAsync(await outbox.NextDueAsync(cancellationToken), cancellationToken);
        return TimeSpan.Zero;
    }

    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }

    private async Task WaitAsync(DateTimeOffset? due, CancellationToken cancellationToken)
    {
        var wait = due is null ? Longest : due.Value - Time.GetUtcNow();
        if (wait > TimeSpan.Zero)
            await EventWait.ForAsync<DomainEvent.MessageQueued>(_listener, wait < Longest ? wait : Longest, Time, cancellationToken);
    }
}
