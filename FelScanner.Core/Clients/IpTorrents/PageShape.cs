namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>
/// Whether a page is shaped like one that people made. A parser of HTML follows the rules of browsers, by which hundreds of thousands of
/// elements inside each other, or one tag of megabytes, cost minutes; no real page comes near these bounds.
/// </summary>
internal static class PageShape
{
    private const int Deepest = 1000;
    private const int LongestTag = 64 << 10;

    // Elements that have no end tag, or close themselves when the next one begins.
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    };

    public static bool IsSane(ReadOnlySpan<char> html)
    {
        var depth = 0;
        while (html.IndexOf('<') is var at and >= 0)
        {
            html = html[(at + 1)..];
            var isEnd = html is ['/', ..];
            var name = Name(isEnd ? html[1..] : html);
            if (name.Length == 0 || Unclosed.Contains(name.ToString()))
                continue;
            depth = Math.Max(0, depth + (isEnd ? -1 : 1));
            if (depth > Deepest || html[..Math.Min(html.Length, LongestTag)].IndexOf('>') is < 0 && html.Length > LongestTag)
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = 0;
        while (end < tag.Length && end < 16 && char.IsAsciiLetterOrDigit(tag[end]))
            end++;
        return tag[..end];
    }
}
