using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>What a search brought. <paramref name="Complete"/>: it reached something seen before, or the end.</summary>
internal sealed record IpTorrentsFound(IReadOnlyList<Release> Releases, bool Complete);

/// <summary>Reads a search's pages, newest first, until one holds what was seen before; at most ten, a second apart.</summary>
internal sealed class IpTorrentsSearch(IpTorrentsClient client)
{
    private const int MostPages = 10;

    /// <summary>Between two requests of one reading.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Everything that a term finds in names and descriptions since what is already known.</summary>
    public async Task<IpTorrentsFound> ReadAsync(IpTorrentsSettings settings, string term, IReadOnlySet<string> known, CancellationToken cancellationToken)
    {
        List<Release> all = [];
        HashSet<string> seen = [];
        for (var page = 1; page <= MostPages; page++)
        {
            if (page > 1)
                await Task.Delay(Pause, client.Time, cancellationToken);
            var found = await PageAsync(settings, Query(term, page), term, Patience.Feed, cancellationToken);
            var fresh = found.Where(r => seen.Add(r.FeedId ?? r.Name)).ToArray();
            all.AddRange(fresh);
            // The site answers a page beyond the last with nothing, or with the last one again.
            if (fresh.Length == 0 || fresh.Length < found.Count || ReachesKnown(found, known))
                return new IpTorrentsFound(all, true);
        }

        // A first reading has nothing to reach; it is whole when it has read what one reading may.
        return new IpTorrentsFound(all, known.Count == 0);
    }

    public Task<IReadOnlyList<Release>> ByImdbAsync(IpTorrentsSettings settings, string imdbId, CancellationToken cancellationToken) =>
        PageAsync(settings, $"t?q={Addresses.Escape($"+({imdbId})")}&qf=all", null, Patience.Feed, cancellationToken);

    public Task<IReadOnlyList<Release>> ByNameAsync(IpTorrentsSettings settings, string words, CancellationToken cancellationToken) =>
        PageAsync(settings, $"t?q={Addresses.Escape(words)}", null, Patience.Feed, cancellationToken);

    /// <summary>One page; for a test also of a search without a term.</summary>
    public async Task<IReadOnlyList<Release>> PageAsync(
        IpTorrentsSettings settings, string pathAndQuery, string? term, Patience patience, CancellationToken cancellationToken)
    {
        var site = IpTorrentsClient.Site(settings);
        using var page = await client.PageAsync(settings, new Uri(site, pathAndQuery), patience, cancellationToken);
        if (IpTorrentsTable.In(page) is not { } table)
        {
            if (page.Body?.TextContent.Contains("No Torrents Found", StringComparison.OrdinalIgnoreCase) != true)
                throw IpTorrentsFaults.Changed();
            return pathAndQuery.Contains("q=", StringComparison.Ordinal) ? [] : throw IpTorrentsFaults.NoCategories();
        }

        var releases = table.Releases(site, term, client.Time.GetUtcNow());
        return releases.Count == 0 && table.RowCount > 1 ? throw IpTorrentsFaults.Changed() : releases;
    }

    public static string Query(string term, int page)
    {
        var query = term.Trim().Length == 0 ? "t" : $"t?q={Addresses.Escape(term.Trim())}&qf=adv";
        return page == 1 ? query : $"{query}{(query.Contains('?', StringComparison.Ordinal) ? '&' : '?')}p={page}";
    }

    // A release pinned to the top is known for long and proves nothing; the end of the page does, or several of them.
    private static bool ReachesKnown(IReadOnlyList<Release> page, IReadOnlySet<string> known) =>
        page.Count > 0 && ((page[^1].FeedId is { } last && known.Contains(last)) || page.Count(r => r.FeedId is { } id && known.Contains(id)) >= 3);
}
