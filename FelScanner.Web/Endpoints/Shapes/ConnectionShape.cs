using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Endpoints.Shapes;

/// <summary>A connection's row: the fixed members, and each service's own figures beside them.</summary>
internal static class ConnectionShape
{
    public static JsonObject Of(ConnectionReport report)
    {
        var row = new JsonObject
        {
            ["service"] = report.Service,
            ["status"] = WordOf(report.Status),
            ["message"] = report.Message,
            ["remedy"] = report.Remedy,
            ["last_check"] = report.LastCheck is { } time ? UtcTime.Text(time) : null,
            ["latency_ms"] = report.LatencyMs,
        };
        return With(row, report);
    }

    /// <summary>The answer of a test: <c>message</c> when it went well, <c>error</c> and <c>remedy</c> when not.</summary>
    public static JsonObject TestOf(ConnectionReport report)
    {
        var success = report.Status == ConnectionStatus.Connected;
        var answer = new JsonObject
        {
            ["success"] = success,
            ["message"] = report.Message,
            ["error"] = success ? null : report.Message,
            ["remedy"] = success ? null : report.Remedy,
        };
        return With(answer, report);
    }

    public static JsonObject FailedTest(string error, string remedy) => new()
    {
        ["success"] = false,
        ["message"] = error,
        ["error"] = error,
        ["remedy"] = remedy,
        ["version"] = null,
    };

    private static JsonObject With(JsonObject row, ConnectionReport report)
    {
        row["version"] = report.Version;
        row.TryAdd("latency_ms", report.LatencyMs);
        foreach (var (key, value) in report.Extra)
            row.TryAdd(key, NodeOf(value));
        return row;
    }

    private static string WordOf(ConnectionStatus status) => status switch
    {
        ConnectionStatus.Connected => "connected",
        ConnectionStatus.Error => "error",
        ConnectionStatus.Disabled => "disabled",
        _ => "unknown",
    };

    private static JsonNode? NodeOf(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        DateTimeOffset time => JsonValue.Create(UtcTime.Text(time)),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(NodeOf)]),
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };
}
