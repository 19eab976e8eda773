namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Finds where the title ends: at the year, at an episode mark, or at the first attribute.</summary>
internal static class Layout
{
    /// <summary>The first film, and a bound that no release year passes but numbers in titles do ("Blade Runner 2049").</summary>
    private const int FirstYear = 1888;
    private const int LastYear = 2039;

    public static void Find(ref NameReading name)
    {
        name.TitleStart = Edges.TitleStart(name);
        TvMarks.Find(ref name);
        var strong = FirstStrong(name, name.TitleStart + 1, name.Tokens.Length);
        var limit = name.Tv >= 0 ? Math.Min(name.Tv, strong) : strong;
        name.Year = YearBefore(name, limit);
        if (name.Year >= 0)
        {
            name.TitleEnd = name.Year;
        }
        else
        {
            name.TitleEnd = limit;
            name.Year = YearAfter(name, limit);
            LeadingYear(ref name);
        }

        StopAtBracket(ref name, limit);
        if (IsOnlyAttributes(name))
            name.TitleEnd = name.TitleStart;
        TitleTrim.Trim(ref name, yearEnds: name.TitleEnd == name.Year);
    }

    /// <summary>The first strong attribute in a range; its end when there is none.</summary>
    public static int FirstStrong(in NameReading name, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (name.Tokens[i].Strength == Strength.Strong && name.Tokens[i].Tag != Tag.Episode)
                return i;
        }

        return to;
    }

    public static bool IsYear(in NameReading name, int index)
    {
        var token = name.Tokens[index];
        return token.Length == 4 && token.Number is >= FirstYear and <= LastYear && !token.Joined && !IsId(name, index);
    }

    private static bool IsId(in NameReading name, int index) =>
        index > 0 && (name.Is(index - 1, "tmdb") || name.Is(index - 1, "tmdbid") || name.Is(index - 1, "imdb") || name.Is(index - 1, "imdbid"));

    /// <summary>The last plausible year before the attributes; one in brackets before any other; never the first word alone.</summary>
    private static int YearBefore(in NameReading name, int limit)
    {
        var best = -1;
        for (var i = name.TitleStart + 1; i < limit; i++)
        {
            if (!IsYear(name, i))
                continue;
            if (best >= 0 && (IsBracketed(name, best) && !IsBracketed(name, i) || OnlyKnownBetween(name, best, i)))
                continue;
            best = i;
        }

        return best;
    }

    /// <summary>"2160p.DV.FEL" names no film.</summary>
    private static bool IsOnlyAttributes(in NameReading name) =>
        name.Year < 0 && name.Tv < 0 && name.Tokens.Length > 1 && name.Tokens[0].Strength == Strength.Strong && AllKnown(name, 0, name.Tokens.Length);

    private static int YearAfter(in NameReading name, int limit)
    {
        for (var i = limit; i < name.Tokens.Length; i++)
        {
            if (IsYear(name, i) && i > name.TitleStart)
                return i;
        }

        return -1;
    }

    /// <summary>"(2019) Title 1080p".</summary>
    private static void LeadingYear(ref NameReading name)
    {
        var start = name.TitleStart;
        if (name.Year >= 0 || start + 1 >= name.Tokens.Length || !IsYear(name, start) || !IsBracketed(name, start)
            || name.Tokens[start + 1].Known || name.Tokens[start + 1].Bracket == name.Tokens[start].Bracket)
            return;
        name.Year = start;
        name.TitleStart = start + 1;
    }

    private static bool IsBracketed(in NameReading name, int index) => name.Tokens[index].Bracket != 0;

    /// <summary>"Metropolis 1927 Restored 2010": the second year is that of the edition.</summary>
    private static bool OnlyKnownBetween(in NameReading name, int first, int second)
    {
        for (var i = first + 1; i < second; i++)
        {
            if (!name.Tokens[i].Known && name.Tokens[i].Tag != Tag.Ordinal)
                return false;
        }

        return second - first > 1;
    }

    /// <summary>A bracket that holds the year or an attribute, or nothing but known words, ends the title where it opens.</summary>
    private static void StopAtBracket(ref NameReading name, int limit)
    {
        if (name.TitleEnd < name.Tokens.Length && name.TitleEnd > name.TitleStart)
            name.TitleEnd = Math.Max(name.TitleStart, FirstOfInnerBracket(name, name.TitleEnd));
        for (var i = name.TitleStart + 1; i < name.TitleEnd; i++)
        {
            if (name.Tokens[i].Bracket == 0 || name.Tokens[i].Bracket == name.Tokens[i - 1].Bracket)
                continue;
            var end = name.EndOfBracket(i);
            if (!AllKnown(name, i, end) && !IsSquare(name, i))
                continue;
            name.TitleEnd = i;
            return;
        }
    }

    private static int FirstOfInnerBracket(in NameReading name, int index)
    {
        var first = name.FirstOfBracket(index);
        return first > name.TitleStart ? first : index;
    }

    private static bool IsSquare(in NameReading name, int index)
    {
        var at = name.Tokens[index].Start - 1;
        return at >= 0 && name.Text[at] is '[' or '{';
    }

    private static bool AllKnown(in NameReading name, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!name.Tokens[i].Known)
                return false;
        }

        return true;
    }
}
