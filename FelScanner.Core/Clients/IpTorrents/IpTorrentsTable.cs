using System.Globalization;
using AngleSharp.Dom;
using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>The list of torrents on a page. Columns are found by the words of their heads, because which are shown is the member's choice.</summary>
internal sealed class IpTorrentsTable
{
    private readonly IElement _table;
    private readonly IReadOnlyList<string> _heads;

    private IpTorrentsTable(IElement table)
    {
        _table = table;
        _heads = [.. table.QuerySelectorAll("thead > tr > th").Select(Words)];
    }

    public static IpTorrentsTable? In(IDocument page) => page.QuerySelector("table#torrents") is { } table ? new IpTorrentsTable(table) : null;

    /// <summary>Rows that have cells at all, whether or not they could be read.</summary>
    public int RowCount { get; private set; }

    public IReadOnlyList<Release> Releases(Uri site, string? query, DateTimeOffset now)
    {
        var rows = _table.QuerySelectorAll("tbody > tr").Where(row => row.QuerySelectorAll("td").Length > 2).ToArray();
        RowCount = rows.Length;
        return [.. rows.Select(row => Read(row, site, query, now)).OfType<Release>()];
    }

    private Release? Read(IElement row, Uri site, string? query, DateTimeOffset now)
    {
        if (row.QuerySelector("a.hv") is not { } title || IpTorrentsNames.Clean(title.TextContent) is not { Length: > 0 } name)
            return null;
        var download = row.QuerySelector("a[href^=\"/download.php/\"]")?.GetAttribute("href") ?? row.QuerySelector("a[href*=\"/download.php/\"]")?.GetAttribute("href");
        var details = title.GetAttribute("href");
        var cells = row.Children.Where(c => c.LocalName == "td").ToArray();
        // Without readable heads the site's usual order holds: with the files column there are ten cells.
        var numbers = cells.Length >= 10 ? 7 : 6;
        return new Release
        {
            Name = name,
            Feed = "iptorrents",
            FeedId = IpTorrentsNames.Id(download) ?? IpTorrentsNames.Id(details),
            Url = Absolute(site, download),
            DetailsUrl = Absolute(site, details),
            Query = query,
            Bytes = FeedSize.Read(Cell(cells, "size", 5)),
            Seeders = int.TryParse(Cell(cells, "seeders", numbers + 1)?.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var seeders) && seeders >= 0 ? seeders : null,
            Freeleech = row.QuerySelector("span.free") is not null,
            PublishedAt = Age(row) is { } age ? now - age : null,
        };
    }

    private string? Cell(IElement[] cells, string column, int usual)
    {
        var at = -1;
        for (var i = 0; i < _heads.Count && at < 0; i++)
        {
            if (_heads[i].Contains($"sort by {column}", StringComparison.OrdinalIgnoreCase))
                at = i;
        }

        at = at < 0 ? usual : at;
        return at < cells.Length ? cells[at].TextContent.Trim() : null;
    }

    // "Action, Drama | 7.8 | 2.3 weeks ago by somebody"
    private static TimeSpan? Age(IElement row) =>
        row.QuerySelector("div.sub")?.TextContent.Split('|')[^1].Split(" by ")[0].Trim() is { Length: > 0 } text ? FeedAge.Read(text) : null;

    private static string Words(IElement head) =>
        string.Join(' ', head.QuerySelectorAll("[title]").Prepend(head).Select(e => e.GetAttribute("title")).Append(head.TextContent)
            .Concat(head.QuerySelectorAll("[alt]").Select(e => e.GetAttribute("alt"))).OfType<string>());

    private static string? Absolute(Uri site, string? href) =>
        href is { Length: > 0 } && Uri.TryCreate(site, href, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
