using System.Net;
using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>IPTorrents' RSS: no ids, no seeders, and sizes in the description.</summary>
internal static class IpTorrentsRss
{
    public static IReadOnlyList<Release> Read(Reply reply, TimeProvider time)
    {
        if (IpTorrentsFaults.IsChallenge(reply))
            throw IpTorrentsFaults.Cloudflare();
        if (reply.Status is 401 or 403 || reply.LooksLikeHtml)
            throw IpTorrentsFaults.RssRefused();
        if (!reply.IsSuccess)
            throw Faults.Status(RemoteService.IpTorrents, reply, time);
        return [.. FeedXml.Read(RemoteService.IpTorrents, reply).Items.Select(item => Release(item, reply.Address)).OfType<Release>()];
    }

    private static Release? Release(FeedItem item, Uri source) => FeedReleases.Of(item, "iptorrents", source, null) is { } release
        ? release with
        {
            Name = IpTorrentsNames.Clean(WebUtility.HtmlDecode(release.Name)),
            FeedId = IpTorrentsNames.Id(release.Url) ?? release.FeedId,
            // "74.5 GB; Movie/4K" describes nothing.
            Description = null,
            DetailsUrl = IpTorrentsNames.Id(release.Url) is { } id ? new Uri(source, $"/t/{id}").AbsoluteUri : null,
        }
        : null;
}
