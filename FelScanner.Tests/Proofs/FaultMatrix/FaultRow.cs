using System.Text.RegularExpressions;
using FelScanner.Web.Demo;

namespace FelScanner.Tests.Proofs.FaultMatrix;

/// <summary>
/// One kind of call the program makes: whose, how it looks, and by which part of its path the simulated service is told to fail it.
/// <paramref name="MayTellTwice"/>: the answer carries what only the service knows, so that a call whose answer is lost must be made again.
/// </summary>
internal sealed record FaultRow(string Service, string Call, string Fragment, bool MayTellTwice = false)
{
    /// <summary>Every call of a request's whole life, of the library's reading and of the connection tests. A call that is seen and not listed here fails the proof.</summary>
    public static IReadOnlyList<FaultRow> All { get; } =
    [
        new("plex", "GET /", "/"),
        new("plex", "GET /identity", "/identity"),
        new("plex", "GET /library/sections", "/library/sections"),
        new("plex", "GET /library/sections/{n}/all", "/all"),
        new("plex", "GET /library/metadata/{n}", "/library/metadata"),
        new("plex", "GET /library/metadata/{n}/thumb", "/thumb"),
        new("plex", "GET /library/sections/{n}/refresh", "/refresh"),
        new("plex", "GET /:/eventsource/notifications", "/notifications"),
        new("radarr", "GET /api/v3/system/status", "/system/status"),
        new("radarr", "GET /api/v3/rootfolder", "/rootfolder"),
        new("radarr", "GET /api/v3/movie", "/movie"),
        new("radarr", "GET /api/v3/downloadclient", "/downloadclient"),
        new("qbittorrent", "POST /api/v2/auth/login", "/auth/login"),
        new("qbittorrent", "GET /api/v2/app/version", "/app/version"),
        new("qbittorrent", "GET /api/v2/app/webapiVersion", "/app/webapiVersion"),
        new("qbittorrent", "GET /api/v2/sync/maindata", "/sync/maindata"),
        new("qbittorrent", "GET /api/v2/torrents/info", "/torrents/info"),
        new("qbittorrent", "GET /api/v2/torrents/categories", "/torrents/categories"),
        new("qbittorrent", "POST /api/v2/torrents/createCategory", "/torrents/createCategory"),
        new("qbittorrent", "POST /api/v2/torrents/add", "/torrents/add"),
        new("qbittorrent", "GET /api/v2/torrents/files", "/torrents/files"),
        new("qbittorrent", "GET /api/v2/torrents/properties", "/torrents/properties"),
        new("qbittorrent", "GET /api/v2/torrents/pieceStates", "/torrents/pieceStates"),
        new("telegram", "POST /bot/getMe", "/getMe"),
        new("telegram", "POST /bot/getUpdates", "/getUpdates"),
        new("telegram", "POST /bot/sendMessage", "/sendMessage", MayTellTwice: true),
        new("telegram", "POST /bot/sendPhoto", "/sendPhoto", MayTellTwice: true),
        new("telegram", "POST /bot/editMessageText", "/editMessageText"),
        new("telegram", "POST /bot/editMessageCaption", "/editMessageCaption"),
        new("telegram", "POST /bot/answerCallbackQuery", "/answerCallbackQuery"),
        new("iptorrents", "GET /t", "/t"),
        new("iptorrents", "GET /download.php/{n}", "/download.php"),
    ];

    /// <summary>What can come of a call. Slow and silent ones are timed by the stage's own clock, which runs ten times as fast.</summary>
    public static IReadOnlyList<(string Name, Fault Fault)> Faults { get; } =
    [
        ("no answer after its effect", new Fault.TimeoutAfterEffect()),
        ("500", new Fault.Status(500)),
        ("401", new Fault.Status(401)),
        ("403", new Fault.Status(403)),
        ("reset", new Fault.Reset()),
        ("slow", new Fault.Slow(TimeSpan.FromSeconds(30))),
        ("a web page", new Fault.Html()),
    ];

    /// <summary>The call as the table writes it: numbers, hashes and the bot's token taken out.</summary>
    public static string Template(SimCall call)
    {
        var path = Regex.Replace(call.Path, "^/bot[^/]+", "/bot", RegexOptions.None, TimeSpan.FromSeconds(1));
        path = Regex.Replace(path, @"^/download\.php/.*", "/download.php/{n}", RegexOptions.None, TimeSpan.FromSeconds(1));
        path = Regex.Replace(path, @"/[0-9][0-9,]*(?=/|$)", "/{n}", RegexOptions.None, TimeSpan.FromSeconds(1));
        path = Regex.Replace(path, "/thumb/.*", "/thumb", RegexOptions.None, TimeSpan.FromSeconds(1));
        return $"{call.Method} {path}";
    }

    public override string ToString() => $"{Service}: {Call}";
}
