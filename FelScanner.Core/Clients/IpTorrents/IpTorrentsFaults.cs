using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>What IPTorrents' answers mean when they are not the page that was asked for.</summary>
internal static class IpTorrentsFaults
{
    private const string Id = "iptorrents";

    public static ServiceFault LoginExpired() => new(Id, FaultKind.Unauthorised, "IPTorrents shows its login page: the session has expired.",
        "Log in with the browser and copy the cookies uid and pass again, with the same browser's user agent.");

    public static ServiceFault Cloudflare() => new(Id, FaultKind.Forbidden, "Cloudflare asks for a browser check before IPTorrents.",
        "Open the site in the browser, copy cf_clearance and exactly that browser's user agent, or set flaresolverr_url; the RSS address needs neither.");

    public static ServiceFault Changed() => new(Id, FaultKind.BadAnswer, "IPTorrents' page does not look as expected: its layout may have changed.",
        "Use the RSS address (iptorrents_rss_url) until a new version of this program knows the new page.");

    public static ServiceFault NoCategories() => new(Id, FaultKind.BadAnswer, "IPTorrents finds nothing at all: the account has no default categories.",
        "Choose the movie categories as defaults in the site's settings, or set a search term.");

    public static ServiceFault BadRssAddress() => new(Id, FaultKind.NotConfigured, "The RSS address of IPTorrents is not complete.",
        "Make it on the site's RSS page with “direct download”: it looks like https://…/t.rss?u=…;tp=…;101;download.");

    public static ServiceFault RssRefused() => new(Id, FaultKind.Unauthorised, "IPTorrents does not accept the RSS address: its pass key has changed.",
        "Make a new address on the site's RSS page and enter it as iptorrents_rss_url.");

    /// <summary>What is wrong before the page itself is read; null when nothing is.</summary>
    public static ServiceFault? Of(Reply reply, TimeProvider time) => reply.Status switch
    {
        429 => Faults.Status(RemoteService.IpTorrents, reply, time),
        _ when IsChallenge(reply) => Cloudflare(),
        401 or 403 => LoginExpired(),
        _ when IsLogin(reply.Address) => LoginExpired(),
        _ => null,
    };

    public static bool IsChallenge(Reply reply) =>
        reply.Header("cf-mitigated")?.Contains("challenge", StringComparison.OrdinalIgnoreCase) == true
        || (reply.Status is 403 or 503 or 429 or 200 && reply.LooksLikeHtml && HasChallengeMarks(reply.Text));

    private static bool HasChallengeMarks(string html) =>
        !html.Contains("lout.php", StringComparison.Ordinal)
        && (html.Contains("_cf_chl_opt", StringComparison.Ordinal) || html.Contains("cf-browser-verification", StringComparison.Ordinal)
            || html.Contains("/cdn-cgi/challenge-platform/", StringComparison.Ordinal) || html.Contains("<title>Just a moment", StringComparison.OrdinalIgnoreCase));

    private static bool IsLogin(Uri address) => address.AbsolutePath.Contains("login", StringComparison.OrdinalIgnoreCase);
}
