using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Torznab;

/// <summary>An RSS feed of torrents. It has one page, and a search is a look through it.</summary>
internal sealed class RssFeed(FeedDefinition definition, FeedClient client, TorrentFetch torrents) : IFeed
{
    private readonly RemoteService _service = RemoteService.Feed(definition.Name);
    private readonly FeedHosts _hosts = FeedDefaults.Hosts(definition);

    public string Name => definition.Name;

    public string Service => _service.Id;

    public string Identity { get; } = FeedIdentity.Of("rss", [definition.Url], [definition.Search]);

    public TimeSpan Interval { get; } = FeedDefaults.Interval(definition);

    public string Host { get; } = FeedDefaults.Host(definition);

    public async Task<FeedReading> ReadAsync(FeedMemory memory, CancellationToken cancellationToken)
    {
        var answer = await client.RssAsync(definition, memory, Patience.Feed, cancellationToken);
        if (answer.Document is null)
            return new FeedReading([], memory, true, true);
        var releases = Releases(answer);
        return new FeedReading([.. releases.Where(Wanted)], Conditions.After(memory, answer.Reply, releases.Select(r => r.FeedId)), true, false);
    }

    public async Task<IReadOnlyList<Release>> SearchAsync(FilmQuery query, CancellationToken cancellationToken) =>
        Matching.Films(Releases(await client.RssAsync(definition, FeedMemory.Empty, Patience.Feed, cancellationToken)), query);

    public bool CanDescribe(Release release) => false;

    public Task<string?> DescribeAsync(Release release, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public bool Serves(Uri address) => _hosts.Serves(address);

    public Task<byte[]> FetchTorrentAsync(string url, CancellationToken cancellationToken)
    {
        var address = _hosts.Check(_service, url);
        return torrents.FetchAsync(
            _service, _hosts, FeedClient.Call(definition, address), reply => reply.Status is 401 or 403 ? TorznabFaults.OfStatus(_service, reply, client.Time) : null, cancellationToken);
    }

    private IReadOnlyList<Release> Releases(FeedAnswer answer) =>
        [.. (answer.Document?.Items ?? []).Select(item => FeedReleases.Of(item, definition.Name, answer.Reply.Address, null)).OfType<Release>()];

    // An RSS address cannot be searched: the words are looked for in what it brings.
    private bool Wanted(Release release) => definition.Search.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => release.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || release.Description?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
