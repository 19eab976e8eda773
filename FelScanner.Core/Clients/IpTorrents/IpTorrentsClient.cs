using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Clients.FlareSolverr;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>IPTorrents' pages with the member's cookies and the browser name that they belong to; FlareSolverr when Cloudflare stands in the way.</summary>
internal sealed class IpTorrentsClient(FeedWire wire, FlareSolverrClient solver, IpTorrentsCookies cookies)
{
    private static readonly RemoteService Service = RemoteService.IpTorrents;

    public TimeProvider Time => wire.Time;

    /// <summary>A member's page as a document; anything else is a fault that says what it was.</summary>
    public async Task<IDocument> PageAsync(IpTorrentsSettings settings, Uri address, Patience patience, CancellationToken cancellationToken)
    {
        var reply = await wire.SendAsync(Service, await CallAsync(settings, address, cancellationToken) with { Patience = patience }, cancellationToken);
        if (IpTorrentsFaults.IsChallenge(reply) && settings.FlareSolverrUrl.Trim().Length > 0)
            return Member(await SolveAsync(settings, address, cancellationToken));
        if (IpTorrentsFaults.Of(reply, Time) is { } fault)
            throw fault;
        if (!reply.IsSuccess)
            throw Faults.Status(Service, reply, Time);
        var page = Member(Parse(reply.Text));
        await cookies.LearnAsync(settings, reply, cancellationToken);
        return page;
    }

    /// <summary>The RSS document's answer; its address carries its own key, so it goes without cookies.</summary>
    public async Task<Reply> RssAsync(IpTorrentsSettings settings, FeedMemory memory, Patience patience, CancellationToken cancellationToken)
    {
        var address = RssAddress(settings) ?? throw IpTorrentsFaults.BadRssAddress();
        var call = new WireCall(HttpMethod.Get, address)
        {
            Headers = [("User-Agent", (await cookies.ForAsync(settings, cancellationToken)).UserAgent), ("Accept", "application/rss+xml, application/xml, text/xml"), .. Conditions.Of(memory)],
            Limit = BoundedBody.Feed,
            Patience = patience,
            MayFollow = next => Addresses.SameHost(next, address),
        };
        return await wire.SendAsync(Service, call, cancellationToken);
    }

    /// <summary>A call with the member's cookies, for the site's own host alone.</summary>
    public async Task<WireCall> CallAsync(IpTorrentsSettings settings, Uri address, CancellationToken cancellationToken)
    {
        var jar = await cookies.ForAsync(settings, cancellationToken);
        var site = Site(settings);
        return new WireCall(HttpMethod.Get, address)
        {
            Headers = [("User-Agent", jar.UserAgent), ("Accept", "text/html,application/xhtml+xml,*/*"), ("Accept-Language", "en"), ("Referer", new Uri(site, "t").AbsoluteUri)],
            SecretHeaders = Addresses.SameHost(address, site) && jar.Header is { Length: > 0 } header ? [("Cookie", header)] : [],
            Limit = BoundedBody.Feed,
            Patience = Patience.Feed,
            MayFollow = next => Addresses.SameHost(next, site),
        };
    }

    /// <summary>The site's address, with a slash at its end.</summary>
    public static Uri Site(IpTorrentsSettings settings) =>
        Addresses.Read(settings.Url) is { } site ? new Uri(site.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/") : throw Faults.NoAddress(Service);

    /// <summary>The RSS address when it is one with direct downloads.</summary>
    public static Uri? RssAddress(IpTorrentsSettings settings)
    {
        var text = settings.RssUrl.Reveal().Trim();
        var at = text.IndexOf("rss?", StringComparison.OrdinalIgnoreCase);
        return at > 0 && text[at - 1] is '/' or '.' && text[at..].Split(';').Any(p => p.Equals("download", StringComparison.OrdinalIgnoreCase)) ? Addresses.Read(text) : null;
    }

    private async Task<IDocument> SolveAsync(IpTorrentsSettings settings, Uri address, CancellationToken cancellationToken)
    {
        var jar = await cookies.ForAsync(settings, cancellationToken);
        var solved = await solver.FetchAsync(settings.FlareSolverrUrl, address, jar.All, cancellationToken);
        var page = Parse(solved.Html);
        if (solved.Html.Contains("_cf_chl_opt", StringComparison.Ordinal))
            throw IpTorrentsFaults.Cloudflare();
        // Cloudflare's cookie belongs to the solver's browser; the member's own cookies stay.
        await cookies.KeepAsync(settings, solved.Cookies.Where(c => c.Name is not ("uid" or "pass")), solved.UserAgent, cancellationToken);
        return page;
    }

    private static IDocument Parse(string html) => PageShape.IsSane(html) ? new HtmlParser().ParseDocument(html) : throw IpTorrentsFaults.Changed();

    // Only a member sees the way out.
    private static IDocument Member(IDocument page) => page.QuerySelector("a[href*=\"lout.php\"], form[action*=\"lout.php\"]") is not null
        || page.Source.Text.Contains("lout.php", StringComparison.Ordinal)
            ? page
            : throw IpTorrentsFaults.LoginExpired();
}
