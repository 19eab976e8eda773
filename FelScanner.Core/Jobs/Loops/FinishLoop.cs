using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Finishes what has arrived, beside the follower: a Plex that hangs must not stop the other downloads' progress.</summary>
internal sealed class FinishLoop(TrackDownloads track, TimeProvider time, ILogger<FinishLoop> logger) : Loop(time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        await track.FinishAsync(cancellationToken);
        return Every;
    }
}
