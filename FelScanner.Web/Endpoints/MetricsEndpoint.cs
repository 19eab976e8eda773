using System.Globalization;
using System.Text;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Jobs;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Web.Hosting;
using FelScanner.Web.Security;

namespace FelScanner.Web.Endpoints;

/// <summary>GET /metrics: Prometheus text format 0.0.4, when <c>metrics_enabled</c> is on.</summary>
internal static class MetricsEndpoint
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(ISettings settings, MetricSources sources, CancellationToken cancellationToken) =>
        settings.Current.Running.MetricsEnabled
            ? Results.Content(await sources.TextAsync(cancellationToken).ConfigureAwait(false), ContentType)
            : Problems.Result(StatusCodes.Status404NotFound, "Metrics are off: metrics_enabled turns them on.");
}

/// <summary>Collects the figures; no service is asked for them.</summary>
internal sealed class MetricSources(ILibrary library, IRequests requests, IJobs jobs, HealthBoards health, LiveConnections pages, ServerFacts facts)
{
    private static readonly RequestStatus[] Open = [RequestStatus.Queued, RequestStatus.Pending, RequestStatus.Approved, RequestStatus.Adding, RequestStatus.Downloading, RequestStatus.Failed];

    public async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        var text = new MetricText();
        text.Gauge("felscanner_info", "The running version.", [($"version=\"{ServerFacts.Version}\"", 1)]);
        text.Gauge("felscanner_uptime_seconds", "Time since the start.", [("", facts.Uptime.TotalSeconds)]);
        text.Gauge("felscanner_memory_bytes", "Resident memory.", [("", Environment.WorkingSet)]);
        text.Gauge("felscanner_heap_bytes", "Managed heap as the last full collection left it; 0 before the first.", [("", GC.GetGCMemoryInfo(GCKind.FullBlocking).HeapSizeBytes)]);
        text.Counter("felscanner_full_collections_total", "Full collections of the managed heap.", GC.CollectionCount(GC.MaxGeneration));
        text.Gauge("felscanner_pages", "Open pages.", [("", pages.Count)]);
        var films = await library.CountsAsync(cancellationToken).ConfigureAwait(false);
        text.Gauge("felscanner_library_films", "Films by their best copy.",
        [
            ("kind=\"all\"", films.Films), ("kind=\"dv\"", films.Dv), ("kind=\"fel\"", films.Fel), ("kind=\"fel_proven\"", films.FelProven),
            ("kind=\"maybe_fel\"", films.MaybeFel), ("kind=\"mel\"", films.Mel), ("kind=\"atmos\"", films.Atmos),
        ]);
        var open = await requests.InAsync(Open, cancellationToken).ConfigureAwait(false);
        text.Gauge("felscanner_requests", "Requests that are not over, by status.", Open.Select(status => ($"status=\"{status.Word()}\"", (double)open.Count(r => r.Status == status))));
        text.Gauge("felscanner_outbox", "Messages that wait to be told.", [("", await health.WaitingAsync(cancellationToken).ConfigureAwait(false))]);
        text.Gauge("felscanner_connection_up", "1 when the last check of the service went well.",
            health.Connections.Where(c => c.Status is not ConnectionStatus.Disabled).Select(c => ($"service=\"{MetricText.Escape(c.Service)}\"", c.Status == ConnectionStatus.Connected ? 1d : 0)));
        text.Gauge("felscanner_findings", "Things that are not as they should be.", Enum.GetValues<FindingSeverity>()
            .Select(severity => ($"severity=\"{severity.ToString().ToLowerInvariant()}\"", (double)health.Findings.Count(finding => finding.Severity == severity))));
        var list = await jobs.ListAsync(cancellationToken).ConfigureAwait(false);
        text.Gauge("felscanner_job_last_success", "1 when the job's last run went well.",
            list.Where(job => job.LastSucceeded is not null).Select(job => ($"job=\"{job.Id}\"", job.LastSucceeded == true ? 1d : 0)));
        return text.ToString();
    }
}

/// <summary>What is known of the services and the messages.</summary>
internal sealed class HealthBoards(IConnectionBoard connections, IFindings findings, IOutbox outbox)
{
    public IReadOnlyList<ConnectionReport> Connections => connections.Now;

    public IReadOnlyList<Finding> Findings => findings.Now;

    public Task<int> WaitingAsync(CancellationToken cancellationToken) => outbox.CountAsync(cancellationToken);
}

internal sealed class MetricText
{
    private readonly StringBuilder _text = new();

    public void Counter(string name, string help, double value) => Write(name, help, "counter", [("", value)]);

    public void Gauge(string name, string help, IEnumerable<(string Labels, double Value)> rows) => Write(name, help, "gauge", rows);

    public static string Escape(string label) =>
        label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    public override string ToString() => _text.ToString();

    private void Write(string name, string help, string type, IEnumerable<(string Labels, double Value)> rows)
    {
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, value) in rows)
            _text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value:0.###}\n");
    }
}
