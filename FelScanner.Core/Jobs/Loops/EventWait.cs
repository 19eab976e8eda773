using FelScanner.Core.Ports;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Waits for something to happen, but not longer than one is willing to.</summary>
internal static class EventWait
{
    /// <summary>Returns when an event of this kind was heard, or when <paramref name="atMost"/> is over.</summary>
    public static async Task ForAsync<T>(EventListener listener, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
        where T : DomainEvent
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(_ => patience.Cancel(), null, atMost, Timeout.InfiniteTimeSpan);
        try
        {
            while (await listener.Events.WaitToReadAsync(patience.Token))
            {
                while (listener.Events.TryRead(out var happened))
                {
                    if (happened is T)
                        return;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }
    }
}
