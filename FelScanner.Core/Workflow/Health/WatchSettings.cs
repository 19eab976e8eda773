using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow.Health;

/// <summary>Values in settings.json or the environment that cannot be taken; the last good ones are in force.</summary>
internal sealed class WatchSettings(ISettings settings, IFindings findings) : IHealthWatch
{
    public Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, sentence) in settings.Faults)
            findings.Raise($"settings.{key}", FindingSeverity.Warning, $"{key}: {sentence}", "Correct it; until then the last good value counts.", "/settings");
        findings.ClearAllBut("settings.", [.. settings.Faults.Keys.Select(key => $"settings.{key}")]);
        return Task.CompletedTask;
    }
}
