using AngleSharp.Dom;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>A release's page. Only its description counts: names of other releases stand on it too.</summary>
internal static class IpTorrentsDetails
{
    private const int Longest = 20_000;

    private static readonly string[] Places = ["div.desc", "div.description", "#description", "div.descr", "#descr", "td.desc", "div.torrent-description", "#nfo", "pre"];

    public static string? Description(IDocument page)
    {
        foreach (var place in Places)
        {
            if (page.QuerySelector(place)?.TextContent.Trim() is { Length: > 0 } text)
                return text.Length > Longest ? text[..Longest] : text;
        }

        return null;
    }
}
