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
        if (wait <= TimeSpan.Zero)
            return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = Time.CreateTimer(_ => patience.Cancel(), null, wait < Longest ? wait : Longest, Timeout.InfiniteTimeSpan);
        try
        {
            while (await _listener.Events.WaitToReadAsync(patience.Token))
            {
                while (_listener.Events.TryRead(out var happened))
                {
                    if (happened is DomainEvent.MessageQueued)
                        return;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The next row is due.
        }
    }
}
