using System.Text;

namespace FelScanner.Core.Clients.IpTorrents;

/// <summary>Names and ids as the site writes them.</summary>
internal static class IpTorrentsNames
{
    private static readonly string[] Marks = ["[REQ]", "(REQUEST)", "[REQUESTED]", "[REQUEST]", "(REQ)", "(REQUESTED)"];

    /// <summary>Without control characters, characters from U+0100 on (decoration), marks of requests, and dangling punctuation.</summary>
    public static string Clean(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is < '\u0100' and not ((>= '\u0000' and <= '\u0008') or (>= '\u000A' and <= '\u001F')))
                kept.Append(c);
        }

        var text = kept.ToString();
        foreach (var mark in Marks)
            text = text.Replace(mark, "", StringComparison.OrdinalIgnoreCase);
        return text.Trim(' ', '-', ':', '\t', '\u00A0');
    }

    /// <summary>The number in "/download.php/1234/…", "/t/1234" or "details.php?id=1234".</summary>
    public static string? Id(string? href)
    {
        if (href is null)
            return null;
        foreach (var mark in (ReadOnlySpan<string>)["/download.php/", "/t/", "id=", "/torrent/"])
        {
            var at = href.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var digits = string.Concat(href[(at + mark.Length)..].TakeWhile(char.IsAsciiDigit));
            if (digits.Length is > 0 and < 19)
                return digits;
        }

        return null;
    }
}
