namespace FelScanner.Web.Live.Settings;

internal static class FeedFields
{
    public static IReadOnlyList<SettingSection> Sections { get; } =
    [
        new("IPTorrents",
        [
            new("iptorrents_uid", "Cookie uid", "From your browser, signed in to IPTorrents: the cookies of the site.", FieldKind.Secret),
            new("iptorrents_pass", "Cookie pass", "Beside it. Not your password.", FieldKind.Secret),
            new("iptorrents_cf_clearance", "Cookie cf_clearance", "Only when the site asks whether you are human. It belongs to the browser name below.", FieldKind.Secret),
            new("iptorrents_user_agent", "Browser name", "The user agent of the browser that the cookies come from, word for word."),
            new("iptorrents_search", "Searches", "One a line. BL+EL+RPU finds what descriptions tell of profile 7.", FieldKind.Lines),
            new("iptorrents_rss_url", "RSS address", "In place of the cookies, or beside them. It holds your key.", FieldKind.Secret),
            new("iptorrents_interval_minutes", "Look every", "More often is impolite and finds nothing more.", FieldKind.Number) { Unit = "min" },
            new("iptorrents_url", "Address", "Change it when the site moves."),
            new("flaresolverr_url", "FlareSolverr", "The address of a FlareSolverr of your own, when the site's check cannot be passed otherwise.") { Placeholder = "http://flaresolverr:8191" },
        ], "iptorrents"),
        new("More feeds",
        [
            new("feeds", "Torznab and RSS", "Prowlarr and Jackett speak Torznab: copy the feed's address and key from there.", FieldKind.Feeds),
        ], "feeds"),
        new("A feed's first reading",
        [
            new("feeds_first_reading", "What a new feed has already", "A new feed brings months of releases at once. They can be listed as available upgrades, one click to ask, or asked about like any other.", FieldKind.Choice) { Choices = [("remember", "List it, ask nobody"), ("ask", "Ask about it")] },
        ]),
    ];
}
