using System.Globalization;
using System.Xml.Linq;
using FelScanner.Web.Demo.IpTorrents;
using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.Torznab;

/// <summary>An indexer behind Prowlarr: Torznab's caps, search and movie, errors as XML with their status, and downloads through the proxy.</summary>
public sealed class SimTorznab(SimTracker tracker, TimeProvider time, string apiKey = "fedcba9876543210fedcba9876543210") : SimService(time)
{
    private const string XmlType = "application/rss+xml; charset=utf-8";
    private const int PageSize = 100;
    private static readonly XNamespace TorznabName = "http://torznab.com/schemas/2015/feed";

    public string ApiKey => apiKey;

    /// <summary>The indexer's address, as Prowlarr shows it.</summary>
    public Uri FeedAddress => new(Address, "1/api");

    /// <summary>True: somebody switched the indexer off.</summary>
    public bool IsDisabled { get; set; }

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{indexer:int}/api", AnswerAsync);
        routes.MapGet("/api/v1/indexer/{indexer:int}/newznab", AnswerAsync);
        routes.MapGet("/{indexer:int}/download", DownloadAsync);
    }

    protected override Task TooManyAsync(HttpContext context, int retryAfterSeconds)
    {
        context.Response.Headers.RetryAfter = retryAfterSeconds.ToInvariant();
        return ErrorAsync(context, 429, 429, "Indexer has reached its query limit");
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (KeyOf(context) != apiKey)
            return ErrorAsync(context, 401, 100, "Invalid API Key");
        if (IsDisabled)
            return ErrorAsync(context, 410, 410, "Indexer is disabled");
        return context.Query("t") switch
        {
            "caps" => XmlAsync(context, Caps(), "application/xml; charset=utf-8"),
            "search" or "movie" => SearchAsync(context),
            "" => ErrorAsync(context, 400, 200, "Missing parameter (t)"),
            _ => ErrorAsync(context, 400, 202, "No such function"),
        };
    }

    private Task SearchAsync(HttpContext context)
    {
        if (context.Query("offset") is { Length: > 0 } said && Wire.ToInt(said) is null)
            return ErrorAsync(context, 400, 201, "Incorrect parameter (offset)");
        var found = TrackerSearch.Find(tracker.Releases, context.Query("q"), false).AsEnumerable();
        if (context.Query("imdbid") is { Length: > 0 } imdb)
            found = found.Where(r => r.ImdbId == $"tt{imdb.TrimStart('t')}");
        if (Wire.ToInt(context.Query("tmdbid")) is { } tmdb)
            found = found.Where(r => r.TmdbId == tmdb);
        var categories = context.Query("cat").Split(',').Select(Wire.ToInt).OfType<int>().ToHashSet();
        if (categories.Count > 0)
            found = found.Where(r => categories.Contains(CategoryOf(r)) || categories.Contains(CategoryOf(r) / 1000 * 1000));
        var limit = Math.Clamp(Wire.ToInt(context.Query("limit")) ?? PageSize, 1, PageSize);
        var page = found.Skip(Wire.ToInt(context.Query("offset")) ?? 0).Take(limit);
        var rss = new XElement("rss", new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "torznab", TorznabName),
            new XElement("channel", new XElement("title", "Demo indexer"), page.Select(Item)));
        return XmlAsync(context, rss, XmlType);
    }

    private XElement Item(SimRelease release)
    {
        var download = new Uri(Address, $"1/download?apikey={apiKey}&link={release.Id.ToInvariant()}&file={Uri.EscapeDataString(release.Name)}").ToString();
        var item = new XElement("item",
            new XElement("title", release.Name),
            new XElement("guid", $"https://tracker.invalid/t/{release.Id.ToInvariant()}"),
            new XElement("link", download),
            new XElement("comments", $"https://tracker.invalid/t/{release.Id.ToInvariant()}"),
            new XElement("pubDate", release.UploadedAt.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)),
            new XElement("size", release.Bytes),
            new XElement("description", release.Description),
            new XElement("enclosure", new XAttribute("url", download), new XAttribute("length", release.Bytes), new XAttribute("type", "application/x-bittorrent")),
            Attribute("category", CategoryOf(release).ToInvariant()),
            Attribute("seeders", release.Seeders.ToInvariant()),
            Attribute("peers", (release.Seeders + release.Leechers).ToInvariant()),
            Attribute("infohash", tracker.HashOf(release)),
            Attribute("downloadvolumefactor", release.Freeleech ? "0" : "1"),
            Attribute("minimumratio", "1"));
        if (release.ImdbId is { } imdb)
            item.Add(Attribute("imdb", imdb.TrimStart('t')));
        return item;
    }

    private Task DownloadAsync(HttpContext context)
    {
        if (KeyOf(context) != apiKey)
            return ErrorAsync(context, 401, 100, "Invalid API Key");
        return tracker.Find(Wire.ToInt(context.Query("link")) ?? 0) is { } release
            ? context.BytesAsync(tracker.TorrentOf(release), "application/x-bittorrent")
            : ErrorAsync(context, 500, 900, "Unable to find the release");
    }

    private static int CategoryOf(SimRelease release) => release.Category switch
    {
        101 => 2045,
        48 => 2050,
        5 or 99 => 5040,
        _ => 2000,
    };

    private static XElement Attribute(string name, string value) => new(TorznabName + "attr", new XAttribute("name", name), new XAttribute("value", value));

    private static XElement Caps() => new("caps",
        new XElement("server", new XAttribute("title", "Prowlarr")),
        new XElement("limits", new XAttribute("default", PageSize), new XAttribute("max", PageSize)),
        new XElement("searching",
            new XElement("search", new XAttribute("available", "yes"), new XAttribute("supportedParams", "q")),
            new XElement("movie-search", new XAttribute("available", "yes"), new XAttribute("supportedParams", "q,imdbid,tmdbid"))),
        new XElement("categories", new XElement("category", new XAttribute("id", 2000), new XAttribute("name", "Movies"),
            new XElement("subcat", new XAttribute("id", 2045), new XAttribute("name", "Movies/UHD")),
            new XElement("subcat", new XAttribute("id", 2050), new XAttribute("name", "Movies/BluRay")))));

    private static string KeyOf(HttpContext context) =>
        context.Request.Headers.TryGetValue("X-Api-Key", out var header) ? header.ToString() : context.Query("apikey");

    private static Task ErrorAsync(HttpContext context, int status, int code, string what) =>
        XmlAsync(context, new XElement("error", new XAttribute("code", code), new XAttribute("description", what)), "application/xml; charset=utf-8", status);

    private static Task XmlAsync(HttpContext context, XElement xml, string type, int status = 200) =>
        context.AnswerAsync(status, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + xml, type);
}
