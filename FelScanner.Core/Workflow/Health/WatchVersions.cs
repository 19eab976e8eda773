using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow.Health;

/// <summary>Services that are older than what this program needs of them.</summary>
internal sealed class WatchVersions(IConnectionBoard board, IFindings findings) : IHealthWatch
{
    // Plex tells the Dolby Vision profile of streams since 1.19; Radarr has its third API since 3.0; qBittorrent its second since 4.1.
    private static readonly Dictionary<string, (string Name, Version Oldest)> Needed = new()
    {
        ["plex"] = ("Plex", new Version(1, 19)),
        ["radarr"] = ("Radarr", new Version(3, 0)),
        ["qbittorrent"] = ("qBittorrent", new Version(4, 1)),
    };

    public Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var (service, (name, oldest)) in Needed)
        {
            if (board.Now.FirstOrDefault(r => r.Service == service)?.Version is { } text && Read(text) is { } version && version < oldest)
                findings.Raise($"{service}.version", FindingSeverity.Warning, $"{name} {text} is too old.", $"Update it to {oldest} or newer: what this program asks for is missing there.", "/settings/connections");
            else
                findings.Clear($"{service}.version");
        }

        return Task.CompletedTask;
    }

    /// <summary>The first two numbers of "v4.5.2", "1.40.2.8395-c67dce28e" and the like; null for anything else.</summary>
    internal static Version? Read(string text)
    {
        string[] parts = text.Trim().TrimStart('v', 'V').Split('.');
        return parts.Length >= 2 && int.TryParse(parts[0], out var major) && int.TryParse(string.Concat(parts[1].TakeWhile(char.IsAsciiDigit)), out var minor)
            ? new Version(major, minor)
            : null;
    }
}
