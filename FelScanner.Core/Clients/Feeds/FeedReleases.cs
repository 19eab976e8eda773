using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Clients.Feeds;

/// <summary>Items as releases: size, link and ids wherever a feed puts them.</summary>
internal static class FeedReleases
{
    /// <summary>An enclosure's length below this is the size of the .torrent itself.</summary>
    private const long SmallestFilm = 20L << 20;

    private static readonly string[] TorrentTypes = ["application/x-bittorrent", "application/bittorrent", "application/octet-stream"];

    public static Release? Of(FeedItem item, string feed, Uri source, string? query)
    {
        if (item["title"] is not { } title)
            return null;
        var link = Link(item, source);
        var magnet = item.Attribute("magneturl") ?? item["magnetURI"] ?? (IsMagnet(link) ? link : null) ?? (IsMagnet(item["guid"]) ? item["guid"] : null);
        return new Release
        {
            Name = title,
            Feed = feed,
            FeedId = Id(item, link),
            InfoHash = Hash(item.Attribute("infohash") ?? item["infoHash"]) ?? MagnetLink.Hash(magnet),
            Url = IsMagnet(link) ? null : link,
            MagnetLink = magnet,
            DetailsUrl = Page(item["comments"], source) ?? Page(item["guid"], source),
            Description = Plain(item["description"] ?? item["summary"] ?? item["content"]),
            Query = query,
            TmdbId = Number(item.Attribute("tmdbid") ?? item.Attribute("tmdb")) is > 0 and < int.MaxValue and var tmdb ? (int)tmdb : null,
            ImdbId = Imdb(item.Attribute("imdbid") ?? item.Attribute("imdb")),
            Bytes = Bytes(item),
            Seeders = Number(item.Attribute("seeders") ?? item["seeds"] ?? item["seeders"]) is >= 0 and < int.MaxValue and var seeders ? (int)seeders : null,
            Freeleech = item.Attribute("downloadvolumefactor") is "0" or "0.0" or "0.00",
            PublishedAt = Moment(item["pubDate"] ?? item["published"] ?? item["updated"]),
        };
    }

    private static string? Link(FeedItem item, Uri source)
    {
        var fromEnclosure = item.EnclosureUrl is { Length: > 0 } && (item.EnclosureType is null || TorrentTypes.Contains(item.EnclosureType, StringComparer.OrdinalIgnoreCase));
        var link = fromEnclosure ? item.EnclosureUrl : item["link"];
        return IsMagnet(link) ? link : Page(link, source);
    }

    private static string? Page(string? text, Uri source) =>
        text is not null && Uri.TryCreate(source, text, out var address) && address.Scheme is "http" or "https"
        && (text.Contains('/', StringComparison.Ordinal) || text.Contains('?', StringComparison.Ordinal)) ? address.AbsoluteUri : null;

    private static bool IsMagnet(string? text) => text?.StartsWith("magnet:?", StringComparison.OrdinalIgnoreCase) == true;

    // A feed's own id is kept as it is; an address may carry a pass key and is kept as a digest.
    private static string? Id(FeedItem item, string? link) => (item["guid"] ?? item["id"]) switch
    {
        { Length: <= 200 } guid when !guid.Contains('?', StringComparison.Ordinal) && !IsMagnet(guid) => guid,
        { } guid => Digest(guid),
        _ => link is null ? null : Digest(link),
    };

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    private static string? Hash(string? text) => text?.Trim().ToLowerInvariant() is { Length: 40 } hash && hash.All(char.IsAsciiHexDigit) ? hash : null;

    private static string? Imdb(string? text) => Number(text?.TrimStart('t', 'T')) is > 0 and var number ? $"tt{number:0000000}" : null;

    private static long? Bytes(FeedItem item)
    {
        var told = Number(item["size"]) ?? Number(item.Attribute("size")) ?? Number(item["contentLength"]) ?? FeedSize.Read(item["size"]);
        if (told is > 0)
            return told;
        return Number(item.EnclosureLength) is >= SmallestFilm and var length ? length : FeedSize.Read(item["description"] ?? item["summary"] ?? item["content"]);
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    private static string? Plain(string? html)
    {
        if (html is null)
            return null;
        var cut = html.Length > 20_000 ? html[..20_000] : html;
        var text = new StringBuilder(cut.Length);
        var inTag = false;
        for (var at = 0; at < cut.Length; at++)
        {
            var opens = cut[at] == '<' && at + 1 < cut.Length && (char.IsAsciiLetter(cut[at + 1]) || cut[at + 1] is '/' or '!');
            // A tag parts words as a space does.
            text.Append(opens ? " " : inTag ? "" : cut[at].ToString());
            inTag = opens || (inTag && cut[at] != '>');
        }

        return WebUtility.HtmlDecode(text.ToString()).Trim() is { Length: > 0 } plain ? plain : null;
    }
}
