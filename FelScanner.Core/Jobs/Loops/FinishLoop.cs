using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>
/// Finishes what has arrived, beside the follower: a Plex that hangs must not stop the other downloads' progress. An arrival is heard of at once;
/// only while one is open does it look every second.
/// </summary>
internal sealed class FinishLoop(TrackDownloads track, Arrivals arrivals, IEventBus bus, TimeProvider time, ILogger<FinishLoop> logger) : Loop(time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private readonly EventListener _listener = bus.Listen();

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        await track.FinishAsync(cancellationToken);
        if ((await arrivals.OpenAsync(cancellationToken)).Count > 0)
            return Every;
        await EventWait.ForAsync<DomainEvent.RequestChanged>(_listener, Longest, Time, cancellationToken);
        return TimeSpan.Zero;
    }

    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }
}
