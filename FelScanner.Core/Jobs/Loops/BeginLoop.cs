using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Begins what was approved in the chat and carries out what else was wished there, so that no press waits for qBittorrent. Its first turn settles what the last run of the program left open.</summary>
internal sealed class BeginLoop(BeginSoon soon, StartDownload start, CarryOutWishes wishes, TrackDownloads track, TimeProvider time, ILogger<BeginLoop> logger) : Loop(time, logger)
{
    private bool _settled;

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (!_settled)
        {
            // Once only: what a service keeps from being settled now has its next try stored.
            _settled = true;
            await wishes.RunAsync(cancellationToken);
            await track.RunAsync(byHand: true, cancellationToken);
        }

        var requestId = await soon.Ids.ReadAsync(cancellationToken);
        await wishes.RunAsync(cancellationToken);
        await start.RunAsync(requestId, cancellationToken);
        return TimeSpan.Zero;
    }
}
