using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Looks whether the clock went back, and then has everything that was put off, the jobs included, begin anew.</summary>
internal sealed partial class ClockLoop(SettleClock settle, JobSchedules schedules, TimeProvider time, ILogger<ClockLoop> logger) : Loop(time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (await settle.RunAsync(cancellationToken) is not { } back)
            return Every;
        LogBack(logger, back);
        await schedules.ScheduleAsync(cancellationToken);
        return Every;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock went back by {Back}: what was put off is tried now. Check the time synchronisation of this machine.")]
    private static partial void LogBack(ILogger logger, TimeSpan back);
}
