using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Radarr;

/// <summary>Tests the connection to Radarr.</summary>
internal sealed class RadarrTest(RadarrClient client) : IConnectionTest
{
    public string Service => RemoteService.Radarr.Id;

    public async Task<IReadOnlyList<ConnectionReport>> TestAsync(FelSettings settings, bool byPerson, CancellationToken cancellationToken)
    {
        var own = settings.Radarr;
        if (own.Url.Trim().Length == 0)
            return [Reports.Disabled(RemoteService.Radarr)];
        if (!own.ApiKey.IsSet)
            return [Reports.Error(Faults.NoSecret(RemoteService.Radarr))];
        return [await Reports.TryAsync(RemoteService.Radarr, client.Time, () => LookAsync(own, cancellationToken))];
    }

    private async Task<ConnectionReport> LookAsync(RadarrSettings own, CancellationToken cancellationToken)
    {
        var status = await client.StatusAsync(own, cancellationToken);
        if (status.AppName is { Length: > 0 } name && !name.Equals("Radarr", StringComparison.OrdinalIgnoreCase))
            throw new ServiceFault(Service, FaultKind.BadAnswer, $"{name} answers there, not Radarr.", "Check the port in radarr_url.");
        // The whole list again would be much for a check every few minutes, but Radarr has no count; it is read and dropped film by film.
        var count = (await client.MoviesAsync(own, "", Patience.Large, static _ => true, cancellationToken)).Count;
        return new ConnectionReport
        {
            Service = Service,
            Status = ConnectionStatus.Connected,
            Message = $"Connected to Radarr {status.Version}, {count} films.",
            Version = status.Version,
            Extra = new Dictionary<string, object?> { ["movie_count"] = count },
        };
    }
}
