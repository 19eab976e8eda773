using FelScanner.Core.Workflow.Health;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Looks after what may go wrong by itself, and tells of it.</summary>
internal sealed class HealthLoop(CheckHealth check, TellFindings tell, TimeProvider time, ILogger<HealthLoop> logger) : Loop(time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        // First: what was wrong before a restart is still wrong until somebody sees it mended.
        await tell.RunAsync(cancellationToken);
        await check.RunAsync(cancellationToken);
        return Every;
    }
}
