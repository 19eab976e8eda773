namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Finds what makes a name one of a series: S01E02, 1x02, "Season 2", a date, "Complete Series", the " - 05 " of anime.</summary>
internal static class TvMarks
{
    public static void Find(ref NameReading name)
    {
        name.Tv = -1;
        for (var i = name.TitleStart + 1; i < name.Tokens.Length && name.Tv < 0; i++)
            name.Tv = MarkEnd(name, i, out name.TvEnd) ? i : -1;
        if (name.Tv < 0)
            return;
        while (name.TvEnd < name.Tokens.Length && IsFurtherMark(name, name.TvEnd))
            name.TvEnd++;
    }

    /// <summary>The season and the first episode that the marks tell.</summary>
    public static (int? Season, int? Episode) Read(in NameReading name)
    {
        int? season = null, episode = null;
        for (var i = name.Tv; i >= 0 && i < name.TvEnd; i++)
        {
            var token = name.Tokens[i];
            if (token.Tag == Tag.Episode && EpisodeMark.Read(name.Word(i), out var s, out var e))
            {
                season ??= s;
                episode ??= e;
            }
            else if (token.Tag == Tag.SeasonWord && i + 1 < name.Tokens.Length && name.Tokens[i + 1].Number is >= 0 and < 100)
            {
                season ??= name.Tokens[i + 1].Number;
            }
            else if (token.Number is >= 0 and < 2000 && i == name.Tv && !IsDate(name, i))
            {
                episode ??= token.Number;
            }
        }

        return (season, episode);
    }

    private static bool IsFurtherMark(in NameReading name, int index) =>
        name.Tokens[index].Tag is Tag.Episode or Tag.SeriesWord || (name.Tokens[index].Tag == Tag.SeasonWord && !name.Is(index, "season"));

    private static bool MarkEnd(in NameReading name, int i, out int end)
    {
        var token = name.Tokens[i];
        end = i + 1;
        switch (token.Tag)
        {
            case Tag.Episode:
                return IsPlausible(name, i);
            case Tag.SeriesWord when !token.Joined:
                end = name.EndOfCompound(i);
                return true;
            case Tag.SeasonWord:
                end = i + 2;
                return IsSeason(name, i);
            case Tag.Number when IsDate(name, i):
                end = i + 3;
                return true;
            case Tag.Number:
                return IsAnimeEpisode(name, i);
            default:
                return false;
        }
    }

    /// <summary>"E20" or "S4" alone may be a title's; before a year it is ("S21 2003").</summary>
    private static bool IsPlausible(in NameReading name, int i) =>
        name.Word(i)[0] is not ('e' or 'E') || i + 1 >= name.Tokens.Length || !Layout.IsYear(name, i + 1);

    /// <summary>"Season 2", but not the film "Open Season 2 2008".</summary>
    private static bool IsSeason(in NameReading name, int i)
    {
        if (i + 1 >= name.Tokens.Length || name.Tokens[i + 1].Number is < 0 or > 60)
            return false;
        return i + 2 >= name.Tokens.Length || name.Tokens[i + 2].Bracket != 0 || !Layout.IsYear(name, i + 2);
    }

    /// <summary>"2024.01.15" or "15.01.2024".</summary>
    private static bool IsDate(in NameReading name, int i)
    {
        if (i + 2 >= name.Tokens.Length)
            return false;
        var (first, middle, last) = (name.Tokens[i], name.Tokens[i + 1], name.Tokens[i + 2]);
        if (first.Bracket != last.Bracket || middle.Length != 2 || middle.Number is < 1 or > 12)
            return false;
        return (Layout.IsYear(name, i) && last.Length == 2 && last.Number is >= 1 and <= 31)
            || (Layout.IsYear(name, i + 2) && first.Length == 2 && first.Number is >= 1 and <= 31);
    }

    /// <summary>"[Group] Show - 05 (1080p)": only behind a group in front, and only where the title has ended.</summary>
    private static bool IsAnimeEpisode(in NameReading name, int i)
    {
        var token = name.Tokens[i];
        const Gap Dash = Gap.Space | Gap.Hyphen;
        if (name.TitleStart == 0 || token.Length is < 2 or > 4 || (token.Before & Dash) != Dash || Layout.IsYear(name, i))
            return false;
        return i + 1 >= name.Tokens.Length || name.Tokens[i + 1].Bracket != 0 || name.Is(i + 1, "v2");
    }
}
