using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings.Keys;

internal static class QBittorrentKeys
{
    private static readonly KeyGroup Client = new("qbittorrent", SettingsCatalogue.Connections);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Client.Text("qbittorrent_host", "", "Host", "The host name or address of qBittorrent's web interface, without http:// and without a port.", (s, v) => s with { QBittorrent = s.QBittorrent with { Host = v } }, TextRules.Host),
        Client.Whole("qbittorrent_port", 8080, 1, 65535, "", "Port", "The port of qBittorrent's web interface.", (s, v) => s with { QBittorrent = s.QBittorrent with { Port = v } }),
        Client.Switch("qbittorrent_https", false, "HTTPS", "Speaks HTTPS with qBittorrent.", (s, v) => s with { QBittorrent = s.QBittorrent with { Https = v } }),
        Client.Switch("qbittorrent_verify_tls", true, "Check the certificate", "Refuses a certificate that is not trusted; turn it off for a self-signed one of your own.", (s, v) => s with { QBittorrent = s.QBittorrent with { VerifyTls = v } }),
        Client.Text("qbittorrent_base_path", "", "Base path", "The path under which a reverse proxy serves qBittorrent, for example /qbittorrent.", (s, v) => s with { QBittorrent = s.QBittorrent with { BasePath = v } }, TextRules.BasePath, tidy: TextRules.WithoutEndingSlash),
        Client.Text("qbittorrent_username", "", "User", "The user of the web interface; empty where qBittorrent lets this program in without one.", (s, v) => s with { QBittorrent = s.QBittorrent with { Username = v } }),
        Client.Secret("qbittorrent_password", "Password", "The password of the web interface; a wrong one is tried once only, because five failures ban the caller.", (s, v) => s with { QBittorrent = s.QBittorrent with { Password = v } }, verbatim: true),
        Client.Text("qbittorrent_category", "movies-fel", "Category", "The category that this program's torrents get; it is made when it is not there.", (s, v) => s with { QBittorrent = s.QBittorrent with { Category = v } }),
        Client.Switch("qbit_pause_on_add", false, "Add paused", "Adds torrents stopped, so that a person starts them in qBittorrent.", (s, v) => s with { QBittorrent = s.QBittorrent with { PauseOnAdd = v } }),
        Client.Switch("qbit_sequential_download", true, "Download in order", "Loads the file from its head, so that its layer can be read while it still downloads.", (s, v) => s with { QBittorrent = s.QBittorrent with { SequentialDownload = v } }),
        Client.Whole("qbit_upload_limit", 0, 0, 10_000_000, "KiB/s", "Upload limit", "The upload limit of each torrent; 0 means none.", (s, v) => s with { QBittorrent = s.QBittorrent with { UploadLimit = v } }),
    ];
}
