namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Takes editions and other marks off a title's end ("96 Hours EXTENDED 2014"), but never so much that no title is left ("The Final Cut 2004").</summary>
internal static class TitleTrim
{
    public static void Trim(ref NameReading name, bool yearEnds)
    {
        if (name.TitleEnd == name.Tv)
            return;
        var end = name.TitleEnd;
        var certain = false;
        var capitals = yearEnds && AllCapitals(name, name.TitleStart, end);
        while (end - 1 > name.TitleStart)
        {
            var first = name.FirstOfCompound(end - 1);
            if (first <= name.TitleStart || !IsMark(name, first, yearEnds, certain, capitals) || IsPartOfPhrase(name, first) || OnlyArticlesBefore(name, first))
                break;
            certain |= !name.Tokens[first].Has(Facts.Loose);
            end = first;
            if (certain)
                name.TitleEnd = end;
        }

        if (!yearEnds)
            name.TitleEnd = end;
        CutDanglingArticle(ref name);
    }

    private static bool IsMark(in NameReading name, int index, bool yearEnds, bool certain, bool capitals)
    {
        var token = name.Tokens[index];
        if (token.Tag == Tag.Ordinal)
            return certain || IsAnniversary(name, index + 1);
        if (!token.Known || token.Tag is Tag.Number or Tag.Episode or Tag.Box)
            return false;
        if (!yearEnds)
            return true;
        if (token.Tag == Tag.Edition)
            return !token.Has(Facts.Loose) || certain || (IsAnniversary(name, index) && index > 0 && name.Tokens[index - 1].Tag == Tag.Ordinal);
        return !capitals && IsSceneMark(name, index);
    }

    private static bool IsAnniversary(in NameReading name, int index) => index < name.Tokens.Length && name.Word(index).StartsWith("anniv", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Movie.MULTi.2019": two capitals at least mark a scene word; "The Good German 2006" keeps its own.</summary>
    private static bool IsSceneMark(in NameReading name, int index)
    {
        var token = name.Tokens[index];
        if (token.Tag is not (Tag.Language or Tag.Misc or Tag.Proper or Tag.Repack or Tag.Uhd or Tag.FourK or Tag.Hybrid or Tag.Hdr or Tag.Complete) || name.Is(index, "3D"))
            return false;
        var capitals = 0;
        foreach (var c in name.Word(index))
            capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
        return token.Length >= 4 && capitals >= token.Length - 1;
    }

    /// <summary>"Bigger, Longer and Uncut": a word that leans on the one before it is the title's.</summary>
    private static bool IsPartOfPhrase(in NameReading name, int index)
    {
        if (name.Tokens[index].Has(Gap.And))
            return true;
        return name.Word(index - 1) is "and" or "And" or "of" or "Of" or "in" or "In" or "to" or "is" or "Is" or "a" or "an" or "for";
    }

    private static bool OnlyArticlesBefore(in NameReading name, int index) =>
        index - name.TitleStart == 1 && (IsArticle(name.Word(name.TitleStart)) || name.Word(name.TitleStart).Equals(name.Word(index), StringComparison.OrdinalIgnoreCase));

    private static bool IsArticle(ReadOnlySpan<char> word) =>
        word.Length <= 3 && (word.Equals("the", StringComparison.OrdinalIgnoreCase) || word.Equals("a", StringComparison.OrdinalIgnoreCase) || word.Equals("an", StringComparison.OrdinalIgnoreCase));

    private static void CutDanglingArticle(ref NameReading name)
    {
        var last = name.TitleEnd - 1;
        if (last > name.TitleStart && last + 1 < name.Tokens.Length && name.Tokens[last + 1].Tag == Tag.Edition && name.Is(last, "the") && !name.Tokens[last].Joined)
            name.TitleEnd = last;
    }

    private static bool AllCapitals(in NameReading name, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!name.Tokens[i].Known && name.Word(i).IndexOfAnyInRange('a', 'z') >= 0)
                return false;
        }

        return true;
    }
}
