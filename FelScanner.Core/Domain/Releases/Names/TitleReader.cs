using System.Buffers;
using System.Text;

namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Writes the title as people write it, and the further titles that a name carries.</summary>
internal static class TitleReader
{
    private static readonly SearchValues<char> BasicLatin = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The first title, and those after AKA, a slash, or in brackets.</summary>
    public static (string? Title, IReadOnlyList<string> Others) Read(in NameReading name)
    {
        if (name.TitleEnd <= name.TitleStart)
            return (null, []);
        List<string> parts = [];
        var from = name.TitleStart;
        for (var i = from + 1; i < name.TitleEnd; i++)
        {
            var skip = AkaLength(name, i);
            if (skip == 0 && !FollowsSlash(name, i))
                continue;
            parts.Add(Text(name, from, i));
            from = i + skip;
            i = from;
        }

        parts.Add(Text(name, from, name.TitleEnd));
        AddWithoutBracket(name, parts);
        parts.RemoveAll(string.IsNullOrEmpty);
        SplitScripts(parts);
        return parts.Count == 0 ? (null, []) : (parts[0], parts.Count == 1 ? [] : parts[1..]);
    }

    /// <summary>How many words an "AKA" between two titles takes; 0 when here is none.</summary>
    private static int AkaLength(in NameReading name, int i)
    {
        if (i + 1 >= name.TitleEnd)
            return 0;
        if (name.Is(i, "aka"))
            return 1;
        return i + 3 < name.TitleEnd && name.Is(i, "a") && name.Is(i + 1, "k") && name.Is(i + 2, "a") ? 3 : 0;
    }

    /// <summary>"Title / Other title": a slash with blanks around it, unlike that of "Face/Off".</summary>
    private static bool FollowsSlash(in NameReading name, int i) =>
        name.Tokens[i].Has(Gap.Slash) && name.Tokens[i].Has(Gap.Space) && name.Tokens[i].Bracket == 0;

    /// <summary>"Title (Other title)": both alone are titles too.</summary>
    private static void AddWithoutBracket(in NameReading name, List<string> parts)
    {
        for (var i = name.TitleStart + 1; i < name.TitleEnd; i++)
        {
            if (name.Tokens[i].Bracket == 0 || name.Tokens[i].Bracket == name.Tokens[i - 1].Bracket)
                continue;
            parts.Add(Text(name, name.TitleStart, i));
            parts.Add(Text(name, i, Math.Min(name.EndOfBracket(i), name.TitleEnd)));
            return;
        }
    }

    /// <summary>A title in two scripts ("流浪地球 The Wandering Earth") is two titles; the Latin one leads.</summary>
    private static void SplitScripts(List<string> parts)
    {
        if (parts.Count == 0 || Ascii.IsValid(parts[0]))
            return;
        var title = parts[0];
        var latin = title.AsSpan().IndexOfAny(BasicLatin);
        if (latin <= 0 || title[latin - 1] is not (' ' or ':') || IsLatin(title.AsSpan(0, latin)) || !IsLatin(title.AsSpan(latin)))
            return;
        parts[0] = title[latin..];
        parts.Add(title[..latin].Trim());
        parts.Add(title);
    }

    private static bool IsLatin(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) && c > 'ɏ')
                return false;
        }

        return true;
    }

    private static string Text(in NameReading name, int from, int to)
    {
        if (to <= from)
            return "";
        var start = name.Tokens[from].Start;
        var end = name.Tokens[to - 1].End;
        var opened = from == name.TitleStart && start > 0 && Tokenizer.IsOpening(name.Text[start - 1]);
        if (opened)
            start--;
        if (end < name.Text.Length && (Tokenizer.IsClosing(name.Text[end]) && name.Tokens[to - 1].Bracket != 0 && (opened || from != to - 1) || name.Text[end] is '!' or '?'))
            end++;
        return Clean(name.Text[start..end]);
    }

    private static string Clean(ReadOnlySpan<char> raw)
    {
        var dotted = raw.IndexOf(' ') < 0;
        StringBuilder text = new(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '_' || char.IsControl(c) || (c == '.' && dotted && !IsInAcronym(raw, i)))
                c = ' ';
            if (c == ' ' && (text.Length == 0 || text[^1] == ' '))
                continue;
            text.Append(c);
        }

        return text.ToString().Trim(' ', '-', ':', ',', '~', '*');
    }

    /// <summary>The dots of "U.N.C.L.E." stay: single capitals on either side.</summary>
    private static bool IsInAcronym(ReadOnlySpan<char> raw, int dot)
    {
        var before = dot >= 1 && char.IsAsciiLetterUpper(raw[dot - 1]) && (dot == 1 || raw[dot - 2] == '.');
        var after = dot + 1 < raw.Length && char.IsAsciiLetterUpper(raw[dot + 1]) && (dot + 2 == raw.Length || raw[dot + 2] == '.');
        return before && after;
    }
}
