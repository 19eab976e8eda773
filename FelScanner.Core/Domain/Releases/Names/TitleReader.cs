using System.Text;

namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Writes the title as people write it, and the further titles that a name carries.</summary>
internal static class TitleReader
{
    /// <summary>The first title, and those after AKA, a slash, or in brackets.</summary>
    public static (string? Title, IReadOnlyList<string> Others) Read(in NameReading name)
    {
        if (name.TitleEnd <= name.TitleStart)
            return (null, []);
        List<string>? others = null;
        string? title = null;
        var from = name.TitleStart;
        for (var i = from; i <= name.TitleEnd; i++)
        {
            var skip = i == name.TitleEnd ? 0 : Splits(name, i, from);
            if (skip < 0 || (skip == 0 && i < name.TitleEnd && !StartsPart(name, i, from)))
                continue;
            if (Text(name, from, i) is { Length: > 0 } part)
            {
                if (title is null)
                    title = part;
                else
                    (others ??= []).Add(part);
            }

            from = i + skip;
            i = Math.Max(i, from - 1);
        }

        AddWithoutBracket(name, ref others);
        SplitScripts(ref title, ref others);
        return (title, others is null ? [] : others);
    }

    /// <summary>How many tokens an "AKA" takes; -1 when the token is none.</summary>
    private static int Splits(in NameReading name, int i, int from)
    {
        if (i == from || i + 1 >= name.TitleEnd)
            return -1;
        if (name.Is(i, "aka"))
            return 1;
        return i + 3 < name.TitleEnd && name.Is(i, "a") && name.Is(i + 1, "k") && name.Is(i + 2, "a") ? 3 : StartsPart(name, i, from) ? 0 : -1;
    }

    /// <summary>"Title / Other title": a slash with blanks around it.</summary>
    private static bool StartsPart(in NameReading name, int i, int from) =>
        i > from && name.Tokens[i].Has(Gap.Slash) && name.Tokens[i].Has(Gap.Space) && name.Tokens[i].Bracket == 0;

    /// <summary>"Title (Other title)": both alone are titles too.</summary>
    private static void AddWithoutBracket(in NameReading name, ref List<string>? others)
    {
        for (var i = name.TitleStart + 1; i < name.TitleEnd; i++)
        {
            if (name.Tokens[i].Bracket == 0 || name.Tokens[i].Bracket == name.Tokens[i - 1].Bracket)
                continue;
            (others ??= []).Add(Text(name, name.TitleStart, i));
            others.Add(Text(name, i, Math.Min(name.EndOfBracket(i), name.TitleEnd)));
            return;
        }
    }

    /// <summary>A title in two scripts ("流浪地球 The Wandering Earth") is two titles; the Latin one leads.</summary>
    private static void SplitScripts(ref string? title, ref List<string>? others)
    {
        if (title is null || System.Text.Ascii.IsValid(title))
            return;
        var latin = title.AsSpan().IndexOfAnyInRange('A', 'z');
        if (latin <= 0 || title[latin - 1] != ' ' || IsLatin(title.AsSpan(0, latin)))
            return;
        var rest = title[latin..];
        (others ??= []).Insert(0, title[..latin].Trim());
        others.Add(title);
        if (IsLatin(rest))
            title = rest;
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
        if (from == name.TitleStart && start > 0 && Tokenizer.IsOpening(name.Text[start - 1]))
            start--;
        if (end < name.Text.Length && (Tokenizer.IsClosing(name.Text[end]) && name.Tokens[to - 1].Bracket != 0 && from != to - 1 || name.Text[end] is '!' or '?'))
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
