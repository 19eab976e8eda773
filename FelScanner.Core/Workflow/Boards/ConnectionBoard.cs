using System.Collections.Concurrent;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Boards;

internal sealed class ConnectionBoard(IEventBus bus) : IConnectionBoard
{
    private readonly ConcurrentDictionary<string, ConnectionReport> _now = new();

    public IReadOnlyList<ConnectionReport> Now => [.. _now.Values.OrderBy(Order).ThenBy(r => r.Service, StringComparer.Ordinal)];

    public void Put(IReadOnlyList<ConnectionReport> reports)
    {
        foreach (var report in reports)
            _now[report.Service] = report;
        bus.Publish(new DomainEvent.HealthChanged());
    }

    public void Keep(IReadOnlyCollection<string> services)
    {
        foreach (var service in _now.Keys.Where(s => !services.Contains(s)))
            _now.TryRemove(service, out _);
    }

    private static int Order(ConnectionReport report) => report.Service switch
    {
        "plex" => 0,
        "radarr" => 1,
        "qbittorrent" => 2,
        "telegram" => 3,
        "iptorrents" => 4,
        _ => 5,
    };
}
