using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.Http;

/// <summary>Builds the reports of connection tests.</summary>
internal static class Reports
{
    public static ConnectionReport Disabled(RemoteService service, string? why = null) => new()
    {
        Service = service.Id,
        Status = ConnectionStatus.Disabled,
        Message = why ?? $"{service.Label} is not set up.",
    };

    /// <summary>A feed that only its own reading asks: what is known of it stands in the diary.</summary>
    public static ConnectionReport NotAsked(RemoteService service) => new()
    {
        Service = service.Id,
        Status = ConnectionStatus.Unknown,
        Message = $"{service.Label} is asked at its own interval.",
    };

    public static ConnectionReport Error(ServiceFault fault) => new()
    {
        Service = fault.Service,
        Status = ConnectionStatus.Error,
        Message = fault.What,
        Remedy = fault.Remedy,
        Fault = fault.Kind,
    };

    /// <summary>Looks once and notes how long it took; a fault becomes the report.</summary>
    public static async Task<ConnectionReport> TryAsync(RemoteService service, TimeProvider time, Func<Task<ConnectionReport>> look)
    {
        var began = time.GetTimestamp();
        ConnectionReport report;
        try
        {
            report = await look();
        }
        catch (ServiceFault fault)
        {
            report = Error(fault);
        }

        return report with { Service = service.Id, LatencyMs = (int)time.GetElapsedTime(began).TotalMilliseconds, LastCheck = time.GetUtcNow() };
    }
}
