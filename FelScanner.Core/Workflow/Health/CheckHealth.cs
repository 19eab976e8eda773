using FelScanner.Core.Ports;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Workflow.Health;

/// <summary>Lets every watch look. One that cannot, because a service is down, leaves its findings as they were.</summary>
public sealed partial class CheckHealth(IEnumerable<IHealthWatch> watches, ILogger<CheckHealth> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var watch in watches)
        {
            try
            {
                await watch.LookAsync(cancellationToken);
            }
            catch (ServiceFault fault)
            {
                LogSkipped(logger, watch.GetType().Name, fault.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Watch} could not look: {Sentence}")]
    private static partial void LogSkipped(ILogger logger, string watch, string sentence);
}
