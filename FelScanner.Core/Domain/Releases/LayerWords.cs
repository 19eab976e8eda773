namespace FelScanner.Core.Domain.Releases;

/// <summary>Finds in plain text what is said of the enhancement layer. A doubt ("FEL?", "not FEL") is no claim.</summary>
internal static class LayerWords
{
    /// <summary>"BL+EL+RPU", with or without blanks: MediaInfo's words for a profile 7 stream of either kind.</summary>
    public static bool HasTwoLayers(ReadOnlySpan<char> text)
    {
        for (var rest = text; rest.IndexOf("BL", StringComparison.OrdinalIgnoreCase) is var at && at >= 0; rest = rest[(at + 2)..])
        {
            if (Follows(rest[(at + 2)..], "+EL+RPU"))
                return true;
        }

        return false;
    }

    /// <summary>True when one of the words is said without a doubt. A short word counts only as a whole word in capitals.</summary>
    public static bool Claims(ReadOnlySpan<char> text, string word, params ReadOnlySpan<string> spelled)
    {
        foreach (var phrase in spelled)
        {
            if (text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is var at && at >= 0 && !IsDoubted(text, at, at + phrase.Length))
                return true;
        }

        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
                return false;
            at += from;
            from = at + word.Length;
            if (IsWhole(text, at, from) && !IsDoubted(text, at, from))
                return true;
        }

        return false;
    }

    private static bool Follows(ReadOnlySpan<char> text, string pattern)
    {
        var i = 0;
        foreach (var c in text)
        {
            if (c == ' ')
                continue;
            if (char.ToUpperInvariant(c) != pattern[i])
                return false;
            if (++i == pattern.Length)
                return true;
        }

        return false;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !IsWordPart(text[start - 1])) && (end == text.Length || !IsWordPart(text[end]));

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private static bool IsDoubted(ReadOnlySpan<char> text, int start, int end)
    {
        if (text[end..].TrimStart() is ['?', ..] || SaysNo(text[end..]))
            return true;
        var before = text[..start].TrimEnd(" \t:(");
        return Ends(before, "no") || Ends(before, "not") || Ends(before, "non") || Ends(before, "without") || Ends(before, "isn't")
            || Ends(before, "or") || Ends(before, "maybe") || Ends(before, "perhaps") || Ends(before, "from") || Ends(before, "not a");
    }

    private static bool SaysNo(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(" \t");
        return rest is [':' or '=', ..] && rest[1..].TrimStart(" \t").StartsWith("no", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("or ", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("/MEL", StringComparison.Ordinal) || rest.StartsWith("/FEL", StringComparison.Ordinal);
    }

    private static bool Ends(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));
}
