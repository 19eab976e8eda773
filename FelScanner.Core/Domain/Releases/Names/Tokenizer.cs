using System.Globalization;

namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Cuts a name into words: letters and digits of any script; everything else separates.</summary>
internal static class Tokenizer
{
    /// <summary>Further words of a name are not looked at: no real name has as many.</summary>
    public const int MostTokens = 160;

    /// <summary>Further characters of a name are not looked at, so that a hostile line costs no more than a long name.</summary>
    public const int MostCharacters = 1_024;

    private const int MostNesting = 8;

    /// <summary>The part of a name that is looked at; a pair of surrogates is never cut.</summary>
    public static ReadOnlySpan<char> Head(string name)
    {
        if (name.Length <= MostCharacters)
            return name;
        var end = char.IsHighSurrogate(name[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters;
        return name.AsSpan(0, end);
    }

    /// <summary>Fills <paramref name="tokens"/> and returns how many there are.</summary>
    public static int Cut(ReadOnlySpan<char> text, Span<Token> tokens)
    {
        Span<ushort> open = stackalloc ushort[MostNesting];
        var depth = 0;
        ushort brackets = 0;
        var count = 0;
        var gap = Gap.None;
        var i = 0;
        while (i < text.Length && count < tokens.Length)
        {
            var c = text[i];
            if (IsWord(c))
            {
                var start = i;
                i = EndOfWord(text, i + 1);
                tokens[count++] = Make(text, start, i, gap, depth == 0 ? (ushort)0 : open[Math.Min(depth, MostNesting) - 1]);
                gap = Gap.None;
                continue;
            }

            gap |= Kind(c);
            if (IsOpening(c))
            {
                brackets++;
                if (depth < MostNesting)
                    open[depth] = brackets;
                depth++;
            }
            else if (IsClosing(c) && depth > 0)
            {
                depth--;
            }

            i++;
        }

        return count;
    }

    public static bool IsOpening(char c) => c is '(' or '[' or '{' or '<' or '【' or '「' or '『' or '（' or '《' or '［';

    public static bool IsClosing(char c) => c is ')' or ']' or '}' or '>' or '】' or '」' or '』' or '）' or '》' or '］';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´';

    private static Token Make(ReadOnlySpan<char> text, int start, int end, Gap gap, ushort bracket) => new()
    {
        Start = start,
        End = end,
        Before = gap,
        Bracket = bracket,
        Number = Digits(text[start..end]),
        Plus = end < text.Length && text[end] == '+',
    };

    private static int EndOfWord(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length)
        {
            if (IsWord(text[i]))
                i++;
            else if (IsApostrophe(text[i]) && i + 1 < text.Length && IsWord(text[i + 1]))
                i += 2;
            else
                break;
        }

        return i;
    }

    private static int Digits(ReadOnlySpan<char> word)
    {
        if (word.Length > 6)
            return -1;
        var value = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c))
                return -1;
            value = (value * 10) + (c - '0');
        }

        return value;
    }

    private static bool IsWord(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : IsWideWord(c);

    private static bool IsWideWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNumber;

    private static Gap Kind(char c) => c switch
    {
        ' ' or '\t' or '\u00a0' or '\u3000' => Gap.Space,
        '.' => Gap.Dot,
        '_' => Gap.Underscore,
        '-' or '–' or '—' or '‐' or '‑' => Gap.Hyphen,
        '+' => Gap.Plus,
        '/' or '\\' or '|' or '／' => Gap.Slash,
        '&' => Gap.And,
        _ => IsOpening(c) || IsClosing(c) ? Gap.Bracket : Gap.Other,
    };
}
