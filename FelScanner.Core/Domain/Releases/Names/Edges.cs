using System.Collections.Frozen;

namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>What stands around a name and is no part of it: a file ending, a site's address in front, attributes or a group in front.</summary>
internal static class Edges
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TopDomains = new[]
    {
        "com", "net", "org", "to", "show", "cc", "me", "info", "tv", "ws", "eu", "in", "xyz", "site", "live", "club", "biz", "pw", "vip", "link", "pro", "fun",
        "run", "lt", "mx", "am", "ag", "io", "se", "nu", "ru", "su", "ink", "lol", "cloud", "world", "life", "one", "pl", "nl", "de", "fr", "it", "es", "co", "uk", "bz", "li", "tf", "ph", "re", "art", "rip", "fi", "cam", "app", "day", "ms", "mn", "la", "cx", "is", "at", "ch", "be",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Cuts a file ending off and remembers it.</summary>
    public static void CutEnding(ref NameReading name)
    {
        var last = name.Tokens.Length - 1;
        if (last < 1)
            return;
        ref var token = ref name.Tokens[last];
        var word = name.Word(last);
        var container = token.Tag == Tag.Container ? token.Value : Ending(word);
        if (container < 0 || token.Has(Gap.Hyphen) || token.Bracket != 0)
            return;
        if (name.Text[token.Start - 1] != '.' && container is not (0 or Vocabulary.Mp4 or 2))
            return;
        name.Container = container;
        name.Tokens = name.Tokens[..last];
        name.Text = name.Text[..(token.Start - 1)];
    }

    /// <summary>Where the title begins: after a site's address, a bracketed group or attributes in front.</summary>
    public static int TitleStart(in NameReading name)
    {
        var start = SkipSite(name, 0);
        if (start < name.Tokens.Length && name.Tokens[start].Bracket != 0 && IsSquare(name, start))
            start = SkipBracket(name, start);
        var known = start;
        while (known < name.Tokens.Length && (name.Tokens[known].Strength == Strength.Strong && name.Tokens[known].Tag != Tag.Episode || name.Tokens[known].Joined))
            known++;
        // "Flac 2016 720p": the year ends a title that is the word itself.
        var isTitle = known < name.Tokens.Length && Layout.IsYear(name, known) && (known + 1 == name.Tokens.Length || name.Tokens[known + 1].Known);
        return known < name.Tokens.Length && !isTitle ? known : start;
    }

    /// <summary>True when the bracket is a site's address ("[nextorrent.org]").</summary>
    public static bool IsSite(in NameReading name, int first, int end) =>
        end - first >= 2 && (name.Is(first, "www") || (end - first <= 4 && IsDomain(name, end - 1)));

    private static bool IsDomain(in NameReading name, int index) =>
        name.Tokens[index].Before == Gap.Dot && TopDomains.Contains(name.Word(index));

    private static int SkipSite(in NameReading name, int start)
    {
        var count = name.Tokens.Length;
        if (name.Is(start, "www"))
        {
            for (var i = start + 1; i < count && i < start + 6; i++)
            {
                if (i + 1 < count && (IsDomain(name, i) || (name.Tokens[i].Length is 2 or 3 && name.Tokens[i + 1].Has(Gap.Hyphen | Gap.Space))))
                    return i + 1;
            }

            return start;
        }

        // "site.org - Title": the dash with blanks tells it from a title with a dot.
        var spaced = Gap.Space | Gap.Hyphen;
        return count > start + 2 && name.Tokens[start].Bracket == 0 && IsDomain(name, start + 1) && (name.Tokens[start + 2].Before & spaced) == spaced ? start + 2 : start;
    }

    private static int SkipBracket(in NameReading name, int start)
    {
        var end = name.EndOfBracket(start);
        if (end >= name.Tokens.Length)
            return start;
        if (IsSite(name, start, end))
            return end;

        // "[REC] 2007", "[REC] 2 2009": nothing but numbers and attributes follow, so the bracket is the title.
        var next = name.Tokens[end];
        var nextIsTitle = !next.Known && next.Number < 0;
        if (!nextIsTitle && next.Number is >= 0 and < 100 && end + 1 < name.Tokens.Length)
            nextIsTitle = !name.Tokens[end + 1].Known && name.Tokens[end + 1].Number < 0;
        return nextIsTitle || name.Tokens[start].Known && next.Bracket == 0 && next.Number < 0 ? end : start;
    }

    private static bool IsSquare(in NameReading name, int index)
    {
        var at = name.Tokens[index].Start - 1;
        return at >= 0 && name.Text[at] is '[' or '【' or '{';
    }

    private static int Ending(ReadOnlySpan<char> word) => word switch
    {
        "ts" => Vocabulary.TransportStream,
        "iso" or "ISO" => Vocabulary.Iso,
        _ => -1,
    };
}
