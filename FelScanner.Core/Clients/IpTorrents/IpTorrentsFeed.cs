using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>IPTorrents as a feed: by search pages, by RSS, or by both.</summary>
internal sealed class IpTorrentsFeed(IpTorrentsSettings settings, IpTorrentsClient client, IpTorrentsSearch search, TorrentFetch torrents) : IFeed
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(5);

    private readonly FeedHosts _hosts = new(Sites(settings), []);

    public string Name => "iptorrents";

    public string Service => RemoteService.IpTorrents.Id;

    public string Identity { get; } = FeedIdentity.Of(
        "iptorrents",
        [settings.HasCookies ? settings.Url : "", settings.RssUrl.Reveal()],
        settings.HasCookies ? settings.Search : []);

    public TimeSpan Interval { get; } = TimeSpan.FromMinutes(settings.IntervalMinutes) is var asked && asked > ShortestInterval ? asked : ShortestInterval;

    public string Host { get; } = Sites(settings).FirstOrDefault()?.Host ?? "iptorrents";

    public async Task<FeedReading> ReadAsync(FeedMemory memory, CancellationToken cancellationToken)
    {
        var (complete, rss, unchanged) = (true, (Reply?)null, false);
        Dictionary<string, Release> found = [];
        if (settings.RssUrl.IsSet)
        {
            rss = await client.RssAsync(settings, memory, Patience.Feed, cancellationToken);
            unchanged = rss.Status == 304;
            foreach (var release in unchanged ? [] : IpTorrentsRss.Read(rss, client.Time))
                Add(found, release);
        }

        var known = memory.NewestIds.ToHashSet(StringComparer.Ordinal);
        foreach (var (at, term) in settings.HasCookies ? Terms().Index() : [])
        {
            if (at > 0)
                await Task.Delay(IpTorrentsSearch.Pause, client.Time, cancellationToken);
            var pages = await search.ReadAsync(settings, term, known, cancellationToken);
            complete &= pages.Complete;
            foreach (var release in pages.Releases)
                Add(found, release);
        }

        if (unchanged && !settings.HasCookies)
            return new FeedReading([], memory, true, true);
        var after = Conditions.After(memory, unchanged ? null : rss, found.Values.Select(r => r.FeedId));
        return new FeedReading([.. found.Values], unchanged ? after with { ETag = memory.ETag, LastModified = memory.LastModified } : after, complete, false);
    }

    public async Task<IReadOnlyList<Release>> SearchAsync(FilmQuery query, CancellationToken cancellationToken)
    {
        if (!settings.HasCookies)
            return Matching.Films(IpTorrentsRss.Read(await client.RssAsync(settings, FeedMemory.Empty, Patience.Feed, cancellationToken), client.Time), query);
        if (query.ImdbId is { Length: > 2 } imdb && await search.ByImdbAsync(settings, imdb, cancellationToken) is { Count: > 0 } byId)
            return [.. byId.Select(r => r with { ImdbId = imdb })];
        return await search.ByNameAsync(settings, $"{query.Title} {query.Year}".Trim(), cancellationToken);
    }

    public bool CanDescribe(Release release) =>
        settings.HasCookies && Uri.TryCreate(release.DetailsUrl, UriKind.Absolute, out var page) && Addresses.SameHost(page, IpTorrentsClient.Site(settings));

    public async Task<string?> DescribeAsync(Release release, CancellationToken cancellationToken)
    {
        if (!CanDescribe(release))
            return null;
        using var page = await client.PageAsync(settings, new Uri(release.DetailsUrl!), Patience.Feed, cancellationToken);
        return IpTorrentsDetails.Description(page);
    }

    public bool Serves(Uri address) => _hosts.Serves(address);

    public async Task<byte[]> FetchTorrentAsync(string url, CancellationToken cancellationToken)
    {
        var address = _hosts.Check(RemoteService.IpTorrents, url);
        return await torrents.FetchAsync(RemoteService.IpTorrents, _hosts, await client.CallAsync(settings, address, cancellationToken), reply => IpTorrentsFaults.Of(reply, client.Time), cancellationToken);
    }

    private IEnumerable<string> Terms() => settings.Search.Select(t => t.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty("");

    /// <summary>One release found by several ways carries what each of them tells.</summary>
    private static void Add(Dictionary<string, Release> found, Release release)
    {
        var key = release.FeedId ?? release.Name;
        found[key] = !found.TryGetValue(key, out var known)
            ? release
            : known with
            {
                Name = release.DetailsUrl is null ? known.Name : release.Name,
                DetailsUrl = known.DetailsUrl ?? release.DetailsUrl,
                Seeders = known.Seeders ?? release.Seeders,
                Freeleech = known.Freeleech || release.Freeleech,
                Bytes = known.Bytes ?? release.Bytes,
                Query = string.Join(" | ", new[] { known.Query, release.Query }.OfType<string>().Distinct()) is { Length: > 0 } both ? both : null,
            };
    }

    private static IEnumerable<Uri> Sites(IpTorrentsSettings settings)
    {
        if (Addresses.Read(settings.Url) is { } site)
            yield return site;
        if (IpTorrentsClient.RssAddress(settings) is { } rss)
            yield return rss;
    }
}
