using FelScanner.Core.Clients.IpTorrents;
using FelScanner.Core.Clients.Torznab;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>Opens the configured feeds; what they share between readings is kept by their clients.</summary>
internal sealed class OpenFeeds(IpTorrentsClient ipTorrents, IpTorrentsSearch search, FeedClient client, TorrentFetch torrents) : IFeeds
{
    public IReadOnlyList<IFeed> Open(FelSettings settings)
    {
        List<IFeed> feeds = [];
        if (settings.IpTorrents.IsConfigured)
            feeds.Add(new IpTorrentsFeed(settings.IpTorrents, ipTorrents, search, torrents));
        foreach (var feed in settings.More.Feeds.Where(f => f.Enabled && f.Url.Trim().Length > 0))
            feeds.Add(feed.Type == "torznab" ? new TorznabFeed(feed, client, torrents) : new RssFeed(feed, client, torrents));
        return feeds;
    }
}
