using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Torznab;

/// <summary>A Torznab feed: an indexer behind Prowlarr or Jackett. Source: torznab.github.io/spec-1.3-draft.</summary>
internal sealed class TorznabFeed(FeedDefinition definition, FeedClient client, TorrentFetch torrents) : IFeed
{
    private const int PageSize = 100;
    private const int MostPages = 5;

    private readonly RemoteService _service = RemoteService.Feed(definition.Name);
    private readonly FeedHosts _hosts = FeedDefaults.Hosts(definition);

    public string Name => definition.Name;

    public string Service => _service.Id;

    public string Identity { get; } = FeedIdentity.Of("torznab", [definition.Url], [definition.Search]);

    public TimeSpan Interval { get; } = FeedDefaults.Interval(definition);

    public string Host { get; } = FeedDefaults.Host(definition);

    public async Task<FeedReading> ReadAsync(FeedMemory memory, CancellationToken cancellationToken)
    {
        var known = memory.NewestIds.ToHashSet(StringComparer.Ordinal);
        List<Release> all = [];
        HashSet<string> seen = [];
        Reply? first = null;
        var complete = false;
        for (var page = 0; page < MostPages && !complete; page++)
        {
            var answer = await client.TorznabAsync(definition, Question(page * PageSize), page == 0 ? memory : FeedMemory.Empty, Patience.Feed, cancellationToken);
            first ??= answer.Reply;
            if (answer.Document is not { } document)
                return new FeedReading([], memory, true, true);
            var found = Releases(answer);
            var fresh = found.Where(r => seen.Add(r.FeedId ?? r.Name)).ToArray();
            all.AddRange(fresh);
            complete = fresh.Length == 0 || found.Any(r => r.FeedId is { } id && known.Contains(id))
                || (document.Total is { } total ? (page + 1) * PageSize >= total : document.Items.Count < PageSize);
        }

        // A first reading has nothing to reach: it is whole when it has read what one reading may.
        return new FeedReading(all, Conditions.After(memory, first, all.Select(r => r.FeedId)), complete || known.Count == 0, false);
    }

    public async Task<IReadOnlyList<Release>> SearchAsync(FilmQuery query, CancellationToken cancellationToken)
    {
        var able = (await client.CapsAsync(definition, Patience.Feed, cancellationToken)).MovieParameters.Split(',', StringSplitOptions.TrimEntries);
        var byName = $"t=search&q={Addresses.Escape($"{query.Title} {query.Year}".Trim())}";
        var question = query switch
        {
            { TmdbId: { } tmdb } when able.Contains("tmdbid") => $"t=movie&tmdbid={tmdb}",
            { ImdbId: { Length: > 2 } imdb } when able.Contains("imdbid") => $"t=movie&imdbid={Addresses.Escape(imdb.TrimStart('t'))}",
            _ => byName,
        };
        var found = await AskAsync(question, cancellationToken);
        return found.Count > 0 || question == byName ? found : await AskAsync(byName, cancellationToken);
    }

    public bool CanDescribe(Release release) => false;

    public Task<string?> DescribeAsync(Release release, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public bool Serves(Uri address) => _hosts.Serves(address);

    public Task<byte[]> FetchTorrentAsync(string url, CancellationToken cancellationToken)
    {
        var address = _hosts.Check(_service, url);
        return torrents.FetchAsync(
            _service, _hosts, FeedClient.Call(definition, address), reply => reply.IsSuccess ? null : reply.Status is 404 or 410 ? null : TorznabFaults.OfStatus(_service, reply, client.Time), cancellationToken);
    }

    private async Task<IReadOnlyList<Release>> AskAsync(string question, CancellationToken cancellationToken) => Releases(
        await client.TorznabAsync(definition, $"{question}{Categories()}&extended=1&limit={PageSize}", FeedMemory.Empty, Patience.Feed, cancellationToken), searched: false);

    private string Question(int offset) =>
        $"t=search&q={Addresses.Escape(definition.Search.Trim())}{Categories()}&extended=1&limit={PageSize}" + (offset == 0 ? "" : $"&offset={offset}");

    private string Categories() => definition.Categories.Count == 0 ? "" : $"&cat={string.Join(',', definition.Categories)}";

    private IReadOnlyList<Release> Releases(FeedAnswer answer, bool searched = true)
    {
        var query = searched && definition.Search.Trim() is { Length: > 0 } text ? text : null;
        return [.. (answer.Document?.Items ?? []).Select(item => FeedReleases.Of(item, definition.Name, answer.Reply.Address, query)).OfType<Release>()];
    }
}

/// <summary>What Torznab and RSS feeds share.</summary>
internal static class FeedDefaults
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(5);

    public static FeedHosts Hosts(FeedDefinition definition) => new(Addresses.Read(definition.Url) is { } own ? [own] : [], definition.DownloadHosts);

    public static TimeSpan Interval(FeedDefinition definition) =>
        TimeSpan.FromMinutes(definition.IntervalMinutes) is var asked && asked > ShortestInterval ? asked : ShortestInterval;

    public static string Host(FeedDefinition definition) => Addresses.Read(definition.Url)?.Host ?? definition.Name;
}
