using System.Net;
using System.Text;

namespace FelScanner.Core.Clients.Telegram;

/// <summary>The HTML of a message as Telegram counts it: tags are not counted, an entity is one character.</summary>
internal static class TelegramText
{
    public const int MostCaption = 1024;
    public const int MostText = 4096;

    public static int VisibleLength(string html) => Plain(html).Length;

    /// <summary>The text without its tags: for when Telegram cannot read them, or a caption is too long.</summary>
    public static string Plain(string html)
    {
        var text = new StringBuilder(html.Length);
        var inTag = false;
        foreach (var c in html)
        {
            if (c == '<')
                inTag = true;
            else if (c == '>' && inTag)
                inTag = false;
            else if (!inTag)
                text.Append(c);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    /// <summary>Cuts with an ellipsis, never through a surrogate pair.</summary>
    public static string Cut(string plain, int most)
    {
        if (plain.Length <= most)
            return plain;
        var end = most - 1;
        if (char.IsHighSurrogate(plain[end - 1]))
            end--;
        return plain[..end] + "…";
    }
}
