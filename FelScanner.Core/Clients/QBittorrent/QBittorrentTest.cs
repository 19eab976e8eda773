using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.QBittorrent;

/// <summary>Tests the connection to qBittorrent.</summary>
internal sealed class QBittorrentTest(QBittorrentClient client) : IConnectionTest
{
    public string Service => RemoteService.QBittorrent.Id;

    public async Task<IReadOnlyList<ConnectionReport>> TestAsync(FelSettings settings, bool byPerson, CancellationToken cancellationToken)
    {
        var own = settings.QBittorrent;
        if (own.Host.Trim().Length == 0)
            return [Reports.Disabled(RemoteService.QBittorrent)];
        if (own.Username.Length == 0 && own.Password.IsSet)
            return [Reports.Error(new ServiceFault(Service, FaultKind.NotConfigured, "qBittorrent has a password but no user name.", "Enter qbittorrent_username, or clear qbittorrent_password."))];
        if (byPerson)
            client.ForgiveRefusal(own);
        return [await Reports.TryAsync(RemoteService.QBittorrent, client.Time, () => LookAsync(own, cancellationToken))];
    }

    private async Task<ConnectionReport> LookAsync(QBittorrentSettings own, CancellationToken cancellationToken)
    {
        var version = client.Plain(await client.GetAsync(own, "app/version", Patience.Test, cancellationToken)).Trim();
        var api = await client.ApiVersionAsync(own, Patience.Test, cancellationToken);
        var list = await client.GetAsync(own, "torrents/info", Patience.Test, cancellationToken);
        client.Plain(list);
        var count = (list.Json(RemoteService.QBittorrent, QBittorrentContext.Default.ListTorrentJson) ?? []).Count;
        var isRadarrs = own.Category.Equals("radarr", StringComparison.OrdinalIgnoreCase);
        return new ConnectionReport
        {
            Service = Service,
            Status = ConnectionStatus.Connected,
            Message = isRadarrs ? $"Connected to qBittorrent {version}, but the category “{own.Category}” is Radarr's own." : $"Connected to qBittorrent {version}, {count} torrents.",
            Remedy = isRadarrs ? "Choose another qbittorrent_category: Radarr would import the download and replace the owned file." : null,
            Version = version,
            Extra = new Dictionary<string, object?> { ["torrent_count"] = count, ["api_version"] = api.ToString() },
        };
    }
}
