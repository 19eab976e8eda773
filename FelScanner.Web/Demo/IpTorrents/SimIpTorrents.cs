using System.Globalization;
using System.Xml.Linq;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.IpTorrents;

/// <summary>IPTorrents as its members' programs see it: pages behind cookies and the right browser, RSS behind a pass, and .torrent files.</summary>
public sealed class SimIpTorrents(SimTracker tracker, TimeProvider time, IpTorrentsOptions? options = null) : SimService(time)
{
    private readonly IpTorrentsOptions _options = options ?? new IpTorrentsOptions();

    public IpTorrentsMood Mood { get; set; }

    public SimTracker Tracker => tracker;

    /// <summary>The cookies a member's browser holds.</summary>
    public IpTorrentsOptions Member => _options;

    /// <summary>The member's own feed of 4K films.</summary>
    public Uri RssAddress => new(Address, $"t.rss?u={_options.Uid};tp={_options.TorrentPass};101;download");

    /// <summary>Where a program would find the release's .torrent.</summary>
    public Uri DownloadAddress(SimRelease release) => new(Address, IpTorrentsPages.Download(release));

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", c => Behind(c, () => ListAsync(c)));
        routes.MapGet("/t", c => Behind(c, () => ListAsync(c)));
        routes.MapGet("/t/{id:int}", c => Behind(c, () => DetailsAsync(c)));
        routes.MapGet("/details.php", c => Behind(c, () => DetailsAsync(c)));
        routes.MapGet("/download.php/{id:int}/{**name}", DownloadAsync);
        routes.MapGet("/t.rss", RssAsync);
        routes.MapGet("/torrents/rss", RssAsync);
        routes.MapGet("/login.php", c => PageAsync(c, IpTorrentsPages.Login));
    }

    protected override Task NotFoundAsync(HttpContext context) => PageAsync(context, "<html><body><h1>404 Not Found</h1></body></html>", 404);

    private static Task PageAsync(HttpContext context, string html, int status = 200) => context.AnswerAsync(status, html, "text/html; charset=UTF-8");

    /// <summary>Cloudflare first, then the session: a caller without one gets the login page with 200.</summary>
    private Task Behind(HttpContext context, Func<Task> page)
    {
        if (IsChallenged(context))
            return ChallengeAsync(context);
        return HasSession(context) ? page() : PageAsync(context, IpTorrentsPages.Login);
    }

    private bool IsChallenged(HttpContext context)
    {
        var browser = context.Request.Headers.UserAgent.ToString();
        var isBrowser = _options.UserAgent.Length == 0 ? browser.Length > 0 : browser == _options.UserAgent;
        var isCleared = _options.CfClearance.Length == 0 || context.Request.Cookies["cf_clearance"] == _options.CfClearance;
        return Mood == IpTorrentsMood.Challenge || !isBrowser || !isCleared;
    }

    private static Task ChallengeAsync(HttpContext context)
    {
        context.Response.Headers["cf-mitigated"] = "challenge";
        context.Response.Headers.Server = "cloudflare";
        return PageAsync(context, IpTorrentsPages.Challenge, 403);
    }

    private bool HasSession(HttpContext context) =>
        context.Request.Cookies["uid"] == _options.Uid && context.Request.Cookies["pass"] == _options.Pass;

    private Task ListAsync(HttpContext context)
    {
        if (Mood == IpTorrentsMood.Changed)
            return PageAsync(context, IpTorrentsPages.Redesigned);
        var terms = context.Query("q");
        var found = Mood == IpTorrentsMood.NoCategories && terms.Length == 0 ? [] : Matching(context, terms);
        var page = Math.Max(1, Wire.ToInt(context.Query("p")) ?? 1);
        var shown = found.Skip((page - 1) * _options.PageSize).Take(_options.PageSize).ToList();
        return PageAsync(context, IpTorrentsPages.List(shown, _options, Mood, Time.GetUtcNow()));
    }

    private IReadOnlyList<SimRelease> Matching(HttpContext context, string terms)
    {
        var categories = context.Request.Query.Keys.Select(Wire.ToInt).OfType<int>().ToHashSet();
        var releases = tracker.Releases.Where(r => categories.Count == 0 || categories.Contains(72) || categories.Contains(r.Category));
        if (context.Query("free") == "on")
            releases = releases.Where(r => r.Freeleech);
        return context.Query("qf") == "all" && terms.Contains("tt", StringComparison.Ordinal)
            ? [.. releases.Where(r => r.ImdbId is { } imdb && terms.Contains(imdb, StringComparison.Ordinal))]
            : TrackerSearch.Find(releases, terms, context.Query("qf") is "adv" or "all");
    }

    private Task DetailsAsync(HttpContext context)
    {
        var id = Wire.ToInt(context.Route("id")) ?? Wire.ToInt(context.Query("id")) ?? 0;
        return tracker.Find(id) is { } release ? PageAsync(context, IpTorrentsPages.Details(release)) : NotFoundAsync(context);
    }

    private Task DownloadAsync(HttpContext context)
    {
        var byPass = context.Query("torrent_pass") == _options.TorrentPass;
        if (!byPass && IsChallenged(context))
            return ChallengeAsync(context);
        if (!byPass && !HasSession(context))
            return PageAsync(context, IpTorrentsPages.Login);
        return tracker.Find(Wire.ToInt(context.Route("id")) ?? 0) is { } release
            ? context.BytesAsync(tracker.TorrentOf(release), "application/x-bittorrent")
            : NotFoundAsync(context);
    }

    private Task RssAsync(HttpContext context)
    {
        var parts = (context.Request.QueryString.Value ?? "").TrimStart('?').Split(';');
        if (!parts.Contains($"u={_options.Uid}") || !parts.Contains($"tp={_options.TorrentPass}") || !parts.Contains("download"))
            return PageAsync(context, IpTorrentsPages.Login);
        var categories = parts.Select(p => Wire.ToInt(p.TrimStart('l'))).OfType<int>().ToHashSet();
        var releases = tracker.Releases.Where(r => categories.Count == 0 || categories.Contains(72) || categories.Contains(r.Category)).Take(_options.PageSize);
        var rss = new XElement("rss", new XAttribute("version", "2.0"), new XElement("channel",
            new XElement("title", "IPTorrents RSS"),
            new XElement("link", Address),
            new XElement("description", "The latest torrents"),
            releases.Select(Item)));
        return context.AnswerAsync(200, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + rss, "application/rss+xml; charset=utf-8");
    }

    private XElement Item(SimRelease release) => new("item",
        new XElement("title", release.Name.Replace('.', ' ')),
        new XElement("link", $"{new Uri(Address, IpTorrentsPages.Download(release))}?torrent_pass={_options.TorrentPass}"),
        new XElement("pubDate", release.UploadedAt.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)),
        new XElement("description", $"{IpTorrentsPages.Size(release.Bytes)}; {IpTorrentsPages.CategoryName(release.Category)}"));
}
