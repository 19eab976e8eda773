using System.Globalization;
using System.Text;

namespace FelScanner.Core.Storage;

/// <summary>Text as it is compared and searched: lower case, no accents, every run of other signs one space.</summary>
internal static class FoldedText
{
    private static readonly string[] Endings = [".torrent", ".mkv", ".mp4", ".m2ts", ".ts"];

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark || sign is '\'' or '’')
                continue;
            if (char.IsLetterOrDigit(sign))
                folded.Append(char.ToLowerInvariant(sign));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>A release's name by which it is recognised in another feed: dots or spaces, with or without the file's ending.</summary>
    public static string OfReleaseName(string name)
    {
        var trimmed = name.Trim();
        var ending = Array.Find(Endings, end => trimmed.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        return Of(ending is null ? trimmed : trimmed[..^ending.Length]);
    }

    /// <summary>The words of a search, each of which must occur.</summary>
    public static IReadOnlyList<string> Words(string? query) =>
        string.IsNullOrWhiteSpace(query) ? [] : Of(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
