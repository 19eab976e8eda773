using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Sends one test event by every way that is configured, with settings that may be unsaved. Nothing is stored.</summary>
public sealed class TestSenders(IEnumerable<IEventSender> senders, TimeProvider time)
{
    /// <summary>One report a way; empty when none is configured.</summary>
    public async Task<IReadOnlyList<ConnectionReport>> RunAsync(FelSettings candidate, CancellationToken cancellationToken)
    {
        List<ConnectionReport> reports = [];
        foreach (var sender in senders.Where(sender => sender.IsOn(candidate)))
            reports.Add(await OneAsync(sender, candidate, cancellationToken));
        return reports;
    }

    private async Task<ConnectionReport> OneAsync(IEventSender sender, FelSettings candidate, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        try
        {
            await sender.SendAsync(candidate, EventJson.Test(time.GetUtcNow()), cancellationToken);
            return new ConnectionReport { Service = sender.Name, Status = ConnectionStatus.Connected, Message = "The test event was taken.", LatencyMs = (int)time.GetElapsedTime(began).TotalMilliseconds };
        }
        catch (ServiceFault fault)
        {
            return new ConnectionReport { Service = sender.Name, Status = ConnectionStatus.Error, Message = fault.What, Remedy = fault.Remedy, Fault = fault.Kind };
        }
    }
}
