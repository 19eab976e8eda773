using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Health;

namespace FelScanner.Core.Workflow;

/// <summary>Tells the dashboard how each feed's reading went.</summary>
public sealed class FeedReports(ISettings settings, IConnectionBoard board, ServiceFindings findings, TimeProvider time)
{
    public ISettings Settings { get; } = settings;

    public TimeProvider Time { get; } = time;

    public void Fine(IFeed feed, FeedReading reading)
    {
        findings.Fine(feed.Service);
        board.Put([new ConnectionReport
        {
            Service = feed.Service,
            Status = ConnectionStatus.Connected,
            Message = reading.NotModified ? "Read, nothing new." : $"Read, {reading.Releases.Count} releases.",
            LastCheck = Time.GetUtcNow(),
        }]);
    }

    public void Failed(IFeed feed, ServiceFault fault)
    {
        findings.Failed(feed.Service, fault, fault.Kind == FaultKind.Unauthorised ? FindingSeverity.Error : FindingSeverity.Warning);
        board.Put([new ConnectionReport
        {
            Service = feed.Service,
            Status = ConnectionStatus.Error,
            Message = fault.What,
            Remedy = fault.Remedy,
            Fault = fault.Kind,
            LastCheck = Time.GetUtcNow(),
        }]);
    }
}
