using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.QBittorrent;

/// <summary>What qBittorrent's refusals mean.</summary>
internal static class QBittorrentFaults
{
    private const string Id = "qbittorrent";

    public static ServiceFault WrongPassword() => new(Id, FaultKind.Unauthorised,
        "qBittorrent does not accept this user name and password.",
        "Correct qbittorrent_username and qbittorrent_password; it is not tried again until then, because five failures would lock this program out for an hour.");

    public static ServiceFault Banned() => new(Id, FaultKind.Forbidden,
        "qBittorrent has banned this program's address after too many failed logins.",
        "Wait until the ban ends (an hour by default) or restart qBittorrent, and check user name and password.");

    public static ServiceFault NotLetIn(Reply reply) => (reply.Status, reply.Text.Contains("banned", StringComparison.OrdinalIgnoreCase)) switch
    {
        (403, true) => Banned(),
        (401, _) => new(Id, FaultKind.Forbidden, "qBittorrent refuses calls under this address (401).",
            "Its protection against foreign hosts compares host and port: enter the address it knows, or add it under Options → Web UI → Server domains."),
        _ => new(Id, FaultKind.Unauthorised, "qBittorrent asks for a login (403).",
            "Enter qbittorrent_username and qbittorrent_password, or let this program's address pass without one in qBittorrent's Web UI options."),
    };

    public static ServiceFault NotAdded(Reply reply) => reply.Status switch
    {
        415 => new(Id, FaultKind.Refused, "qBittorrent says that the file is not a torrent.", "Fetch it again; the feed's login may have expired."),
        _ => new(Id, FaultKind.Refused, "qBittorrent did not take the torrent.", "Look into qBittorrent's own log for the reason."),
    };

    public static ServiceFault Unknown(string hash) => new(Id, FaultKind.NotFound,
        $"qBittorrent does not know the torrent {hash}.", "It may have been removed there.");
}
