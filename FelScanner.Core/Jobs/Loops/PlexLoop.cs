using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Jobs.Loops;

/// <summary>Hears from Plex which films changed and reads just those. When the stream breaks, the periodic scan is the safety net.</summary>
internal sealed class PlexLoop(IPlexLibrary plex, ScanLibrary scan, ISettings settings, TimeProvider time, ILogger<PlexLoop> logger) : Loop(time, logger)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        if (settings.Current.Plex.Url.Length == 0 || !settings.Current.Plex.Token.IsSet)
            return Idle;
        using var changed = new SettingsChange(settings, cancellationToken);
        try
        {
            await foreach (var key in plex.ChangesAsync(changed.Token))
            {
                // Plex tells of one film several times in a row: wait until it settles.
                await Task.Delay(Settle, Time, changed.Token);
                await scan.ReadAsync([key], cancellationToken);
            }
        }
        catch (OperationCanceledException) when (changed.Happened)
        {
            return TimeSpan.Zero;
        }

        return Idle;
    }
}
