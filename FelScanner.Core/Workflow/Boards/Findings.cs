using System.Collections.Concurrent;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Boards;

internal sealed class Findings(IEventBus bus, TimeProvider time) : IFindings
{
    private readonly ConcurrentDictionary<string, Finding> _now = new();

    public IReadOnlyList<Finding> Now => [.. _now.Values.OrderByDescending(f => f.Severity).ThenBy(f => f.Since)];

    public void Raise(string id, FindingSeverity severity, string message, string remedy, string? link = null)
    {
        var before = _now.GetValueOrDefault(id);
        var now = new Finding(id, severity, message, remedy, before?.Since ?? time.GetUtcNow(), link);
        _now[id] = now;
        if (now != before)
            bus.Publish(new DomainEvent.HealthChanged());
    }

    public void Clear(string id)
    {
        if (_now.TryRemove(id, out _))
            bus.Publish(new DomainEvent.HealthChanged());
    }

    public void Resume(Finding finding)
    {
        var now = _now.AddOrUpdate(finding.Id, finding, (_, raised) => raised with { Since = finding.Since });
        if (now == finding)
            bus.Publish(new DomainEvent.HealthChanged());
    }

    public void ClearAllBut(string prefix, IReadOnlyCollection<string> keep)
    {
        foreach (var id in _now.Keys.Where(id => id.StartsWith(prefix, StringComparison.Ordinal) && !keep.Contains(id)))
            Clear(id);
    }
}
