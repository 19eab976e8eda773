using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Begins downloads that were approved in the chat, so that no press waits for qBittorrent. Its first turn settles what the last run of the program left open.</summary>
internal sealed class BeginLoop(BeginSoon soon, StartDownload start, TrackDownloads track, TimeProvider time, ILogger<BeginLoop> logger) : Loop(time, logger)
{
    private bool _settled;

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (!_settled)
        {
            // Once only: what a service keeps from being settled now has its next try stored.
            _settled = true;
            await track.RunAsync(byHand: true, cancellationToken);
        }

        await start.RunAsync(await soon.Ids.ReadAsync(cancellationToken), cancellationToken);
        return TimeSpan.Zero;
    }
}
