namespace FelScanner.Core.Clients.Http;

/// <summary>A service as sentences name it. <paramref name="AddressKey"/> and <paramref name="SecretKey"/> are where a person changes address and key.</summary>
internal sealed record RemoteService(string Id, string Label, string AddressKey, string SecretKey)
{
    public static RemoteService Plex { get; } = new("plex", "Plex", "plex_url", "plex_token");
    public static RemoteService Radarr { get; } = new("radarr", "Radarr", "radarr_url", "radarr_api_key");
    public static RemoteService QBittorrent { get; } =
        new("qbittorrent", "qBittorrent", "qbittorrent_host and qbittorrent_port", "qbittorrent_username and qbittorrent_password");
    public static RemoteService Telegram { get; } = new("telegram", "Telegram", "telegram_api_url", "telegram_token");
    public static RemoteService IpTorrents { get; } =
        new("iptorrents", "IPTorrents", "iptorrents_url", "iptorrents_uid, iptorrents_pass and iptorrents_user_agent");
    public static RemoteService FlareSolverr { get; } = new("flaresolverr", "FlareSolverr", "flaresolverr_url", "flaresolverr_url");
    public static RemoteService Webhook { get; } = new("webhook", "The outgoing webhook", "webhook_url", "webhook_secret");

    public static RemoteService Feed(string name) => new($"feed:{name}", $"The feed “{name}”", "its address under Feeds", "its API key under Feeds");
}
