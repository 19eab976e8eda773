using System.Threading.Channels;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>What follows from a changed setting: pages hear of it, connections are tested, a stopped feed may try again, releases are judged under the new rules.</summary>
internal sealed class SettingsLoop(ISettings settings, IEventBus bus, JobRunner runner, SettingsEffects effects, TimeProvider time, ILogger<SettingsLoop> logger) : Loop(time, logger)
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FelSettings _before = settings.Current;
    private bool _listening;

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (!_listening)
        {
            _listening = true;
            settings.Changed += () => _changes.Writer.TryWrite(true);
            await runner.RunAsync("check-connections", byHand: false)!;
        }

        await _changes.Reader.ReadAsync(cancellationToken);
        var (before, now) = (_before, settings.Current);
        _before = now;
        bus.Publish(new DomainEvent.SettingsChanged());
        await effects.RunAsync(before, now, cancellationToken);
        await runner.RunAsync("check-connections", byHand: true)!;
        if (before.Plex != now.Plex && now.Plex.Url.Length > 0)
            await runner.RunAsync("scan-library", byHand: true)!;
        return TimeSpan.Zero;
    }
}
