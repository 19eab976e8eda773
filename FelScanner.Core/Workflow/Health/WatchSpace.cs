using System.Globalization;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow.Health;

/// <summary>The disk of the films: below the owner's limit every approval would be refused.</summary>
internal sealed class WatchSpace(ISettings settings, MeasureSpace space, IFindings findings, TimeProvider time) : IHealthWatch
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var current = settings.Current;
        if (!current.Downloads.VerifyDiskSpace || current.Radarr.Url.Length == 0)
        {
            findings.Clear("disk.films");
            return;
        }

        if (time.GetUtcNow() < _next)
            return;
        _next = time.GetUtcNow() + Every;
        var (free, by) = await space.FreeAsync(space.DefaultFolder, cancellationToken);
        if (free is not null && free < current.Downloads.MinFreeSpaceGb * 1e9)
            findings.Raise(
                "disk.films", FindingSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"Only {Words.Size(free.Value)} are free for films ({by}), less than download_min_free_space_gb ({current.Downloads.MinFreeSpaceGb:0.#} GB)."),
                "Make room, or lower the limit: until then an approval is refused unless a person insists.", "/settings/downloads");
        else
            findings.Clear("disk.films");
    }
}
