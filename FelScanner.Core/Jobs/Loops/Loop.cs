using FelScanner.Core.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>
/// A loop that lives as long as the program: a fault is told and the next turn comes after a growing pause. Its first turn comes a moment after
/// everything has started: a dozen first turns at once would only delay the first page.
/// </summary>
internal abstract partial class Loop(TimeProvider time, ILogger logger) : BackgroundService, IHostedLifecycleService
{
    /// <summary>What the first pages are left for themselves, also by the jobs.</summary>
    internal static readonly TimeSpan AfterStart = TimeSpan.FromMilliseconds(700);

    protected TimeProvider Time { get; } = time;

    /// <summary>How long a service that fails again and again is left alone.</summary>
    protected virtual TimeSpan LongestPause => TimeSpan.FromMinutes(2);

    public sealed override Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => base.StartAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>One turn; returns how long to wait before the next.</summary>
    protected abstract Task<TimeSpan> TurnAsync(CancellationToken cancellationToken);

    /// <summary>What a fault means here, beside the pause.</summary>
    protected virtual void OnFault(ServiceFault fault)
    {
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await OnceAsync(failures, stoppingToken);
            failures = pause is null ? failures + 1 : 0;
            await Task.Delay(pause ?? Backoff(failures), Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan?> OnceAsync(int failures, CancellationToken cancellationToken)
    {
        try
        {
            return await TurnAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (ServiceFault fault)
        {
            OnFault(fault);
            LogFault(GetType().Name, fault.Message, failures);
            return fault.RetryAfter;
        }
        catch (StorageFault fault)
        {
            LogFault(GetType().Name, fault.Message, failures);
            return null;
        }
#pragma warning disable CA1031 // A bug in one turn must not end the loop; it is logged whole.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            LogBug(bug, GetType().Name);
            return null;
        }
    }

    private TimeSpan Backoff(int failures)
    {
        var pause = TimeSpan.FromSeconds(1 << Math.Min(failures, 7));
        return pause < LongestPause ? pause : LongestPause;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Loop}: {Sentence} (after {Failures} earlier faults)")]
    private partial void LogFault(string loop, string sentence, int failures);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Loop} broke")]
    private partial void LogBug(Exception bug, string loop);
}
