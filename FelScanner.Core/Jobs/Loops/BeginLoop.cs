using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Begins downloads that were approved in the chat, so that no press waits for qBittorrent.</summary>
internal sealed class BeginLoop(BeginSoon soon, StartDownload start, TimeProvider time, ILogger<BeginLoop> logger) : Loop(time, logger)
{
    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        await start.RunAsync(await soon.Ids.ReadAsync(cancellationToken), cancellationToken);
        return TimeSpan.Zero;
    }
}
