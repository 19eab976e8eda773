using System.Text.Json.Nodes;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Web.Endpoints.Shapes;

namespace FelScanner.Web.Endpoints;

/// <summary>GET /api/connections and POST /api/connections/check.</summary>
internal static class ConnectionEndpoints
{
    private static readonly string[] Always = ["plex", "radarr", "qbittorrent", "telegram", "iptorrents"];

    public static void MapConnections(this IEndpointRouteBuilder api)
    {
        api.MapGet("/connections", (IConnectionBoard board) => All(board)).WithTags("Connections").WithSummary("Every service and feed as of its last check.");
        api.MapPost("/connections/check", CheckAsync).WithTags("Connections").WithSummary("Checks every service and feed now, then answers like GET.");
    }

    private static async Task<JsonArray> CheckAsync(CheckConnections check, IConnectionBoard board, CancellationToken cancellationToken)
    {
        await check.RunAsync(byPerson: true, cancellationToken).ConfigureAwait(false);
        return All(board);
    }

    /// <summary>A service that was never checked is told as unknown, so that the list always has the five.</summary>
    private static JsonArray All(IConnectionBoard board)
    {
        var known = board.Now;
        var missing = Always.Except(known.Select(report => report.Service))
            .Select(service => new ConnectionReport { Service = service, Status = ConnectionStatus.Unknown, Message = "Not checked yet." });
        var rows = known.Concat(missing).OrderBy(report => Array.IndexOf(Always, report.Service) is >= 0 and var place ? place : Always.Length);
        return [.. rows.Select(ConnectionShape.Of)];
    }
}
