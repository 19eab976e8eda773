using FelScanner.Core.Settings.Types;

namespace FelScanner.Core.Settings.Keys;

internal static class FeedKeys
{
    private static readonly KeyGroup IpTorrents = new("iptorrents", SettingsCatalogue.Feeds);
    private static readonly KeyGroup More = new("feeds", SettingsCatalogue.Feeds);

    public static IReadOnlyList<SettingKey> All { get; } =
    [
        IpTorrents.Url("iptorrents_url", "https://iptorrents.com", "Address", "The address of IPTorrents or one of its mirrors.", (s, v) => s with { IpTorrents = s.IpTorrents with { Url = v } }),
        IpTorrents.Secret("iptorrents_uid", "Cookie uid", "The value of the cookie uid of your signed-in browser.", (s, v) => s with { IpTorrents = s.IpTorrents with { Uid = v } }),
        IpTorrents.Secret("iptorrents_pass", "Cookie pass", "The value of the cookie pass of your signed-in browser.", (s, v) => s with { IpTorrents = s.IpTorrents with { Pass = v } }),
        IpTorrents.Secret("iptorrents_cf_clearance", "Cookie cf_clearance", "The value of Cloudflare's cookie, where your browser has one; it needs the same user agent.", (s, v) => s with { IpTorrents = s.IpTorrents with { CfClearance = v } }),
        IpTorrents.Text("iptorrents_user_agent", "", "User agent", "The user agent of the browser that the cookies come from.", (s, v) => s with { IpTorrents = s.IpTorrents with { UserAgent = v } }),
        IpTorrents.Texts("iptorrents_search", ["BL+EL+RPU"], "Searches", "What to search for in names and descriptions; each is one search.", (s, v) => s with { IpTorrents = s.IpTorrents with { Search = v } }),
        IpTorrents.Secret("iptorrents_rss_url", "RSS address", "Your personal RSS address, instead of or beside the cookies.", (s, v) => s with { IpTorrents = s.IpTorrents with { RssUrl = v } }, TextRules.Url),
        IpTorrents.Whole("iptorrents_interval_minutes", 30, 5, 10080, "minutes", "Interval", "How often IPTorrents is read.", (s, v) => s with { IpTorrents = s.IpTorrents with { IntervalMinutes = v } }),
        IpTorrents.Url("flaresolverr_url", "", "FlareSolverr", "The address of FlareSolverr, where Cloudflare asks for a browser; empty means none.", (s, v) => s with { IpTorrents = s.IpTorrents with { FlareSolverrUrl = v } }),
        More.Key<IReadOnlyList<FeedDefinition>>("feeds", SettingKind.Feeds, [], "More feeds", "Torznab indexers (Prowlarr, Jackett) and RSS feeds.", (s, v) => s with { More = s.More with { Feeds = v } }, new FeedsType()),
        More.Choice("feeds_first_reading", ["remember", "ask"], "First reading", "What a new feed's first reading does: remember lists upgrades without asking, ask treats it like any other reading.", (s, v) => s with { More = s.More with { FirstReading = v } }),
    ];
}
