using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>Makes the scheduled copy of the data folder.</summary>
public sealed class BackUp(IBackup backup, ISettings settings)
{
    public async Task<string> RunAsync(CancellationToken cancellationToken) =>
        $"Written to {Path.GetFileName(await backup.WriteScheduledAsync(settings.Current.Running.BackupKeep, cancellationToken))}.";
}
