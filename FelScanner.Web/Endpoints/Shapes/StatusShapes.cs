using FelScanner.Core.Ports;

namespace FelScanner.Web.Endpoints.Shapes;

internal sealed record CountsShape(int Library, int Dv, int Fel, int MaybeFel, int Mel, int Atmos, int Pending, int Active);

internal sealed record StatusShape(string Version, long UptimeSeconds, CountsShape Counts, IReadOnlyDictionary<string, DateTimeOffset?> NextRuns);

/// <summary>Something that is not as it should be. <c>Severity</c>: info, warning or error.</summary>
internal sealed record FindingShape(string Id, string Severity, string Message, string Remedy, DateTimeOffset Since, string? Link)
{
    public static FindingShape Of(Finding finding) => new(
        finding.Id,
        finding.Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "info" },
        finding.Message, finding.Remedy, finding.Since, finding.Link);
}

/// <summary>A job. <c>Progress</c> is 0–100 while it runs.</summary>
internal sealed record JobShape(
    string Id, string Name, string Schedule, bool Running, double? Progress, DateTimeOffset? LastRun, string? LastResult, DateTimeOffset? NextRun);

internal sealed record JobRunShape(string Id, bool Succeeded, string Message, long DurationMs);
