using System.Collections.Concurrent;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;

namespace FelScanner.Web.Live.Actions;

/// <summary>Free space by folder from memory; a figure older than a minute is renewed beside, and the page hears of it.</summary>
internal sealed class SpaceView(MeasureSpace space, IEventBus bus, TimeProvider time) : ISpaceView
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (FreeSpace? Space, DateTimeOffset At)> _known = new();

    public FreeSpace? Of(string? folder)
    {
        var key = folder ?? space.DefaultFolder;
        if (key.Length == 0)
            return null;
        var now = time.GetUtcNow();
        if (!_known.TryGetValue(key, out var known) || now - known.At > Fresh)
        {
            _known[key] = (known.Space, now);
            _ = RenewAsync(key, known.Space);
        }

        return known.Space;
    }

    private async Task RenewAsync(string folder, FreeSpace? before)
    {
        var (free, by) = await space.FreeAsync(folder, CancellationToken.None);
        var now = free is { } bytes ? new FreeSpace(bytes, by) : null;
        _known[folder] = (now, time.GetUtcNow());
        if (now != before)
            bus.Publish(new DomainEvent.DownloadsMoved());
    }
}
