using System.Collections.Frozen;

namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Knows broadcasts of sport: pay-per-view, wrestling, motor racing, leagues. They carry a year like a film, but no film is called by what follows it.</summary>
internal static class EventMarks
{
    /// <summary>Leagues and promotions whose word opens no film's title.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Leagues = Words(
        "ufc wwe wwf aew njpw tna wcw ecw pfl ksw nwa ajpw wrestlemania summerslam smackdown motogp moto2 moto3 motoe nascar indycar wrc wec wsbk worldsbk btcc dtm imsa motoamerica supercars "
        + "formula1 formula2 formula3 formulae formulaone nfl nba wnba nhl mlb mls epl ncaa ncaaf ncaab afl nrl cfl xfl uefa fifa concacaf conmebol laliga bundesliga ligue1 efl pga lpga atp wta itf ipl bbl icc");

    /// <summary>Sports that are words of titles too: only a year right behind them, and something else right behind that, makes an event.</summary>
    private static readonly string[][] Sports =
    [
        ["f1"], ["f2"], ["f3"], ["formula", "1"], ["formula", "2"], ["formula", "3"], ["formula", "one"], ["formula", "e"], ["boxing"], ["bellator"], ["wimbledon"], ["snooker"], ["darts"],
        ["one", "championship"], ["premier", "league"], ["champions", "league"], ["europa", "league"], ["la", "liga"], ["serie", "a"], ["world", "cup"], ["super", "bowl"], ["superbowl"],
        ["fa", "cup"], ["six", "nations"], ["ryder", "cup"], ["davis", "cup"], ["australian", "open"], ["french", "open"], ["us", "open"], ["roland", "garros"], ["tour", "de", "france"],
        ["cage", "warriors"], ["invicta", "fc"], ["supercross"], ["motocross"], ["rally"], ["olympics"], ["summer", "olympics"], ["winter", "olympics"],
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Counted = Words("round rd matchday week game race stage heat leg");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Sessions = Words(
        "qualifying qualifiers fp1 fp2 fp3 prelims preliminaries quarterfinal quarterfinals semifinal semifinals weighin shakedown");

    public static bool Has(in NameReading name)
    {
        if (name.Tv >= 0 || name.TitleEnd <= name.TitleStart)
            return false;
        return HasWord(name, name.TitleStart + 1, "ppv") || (IsLeague(name) && HasMore(name)) || IsSport(name) || HasSession(name);
    }

    private static bool IsLeague(in NameReading name) => Leagues.Contains(name.Word(name.TitleStart));

    /// <summary>"WWE Royal Rumble", "NHL 2024 Stanley Cup", not a documentary that is called by the word alone.</summary>
    private static bool HasMore(in NameReading name) => name.TitleEnd - name.TitleStart > 1 || IsFree(name, name.Year + 1);

    private static bool IsSport(in NameReading name)
    {
        foreach (var sport in Sports)
        {
            var end = name.TitleStart + sport.Length;
            if (!Opens(name, sport))
                continue;
            if (name.Year == end && IsFree(name, end + 1) && !IsPart(name, end + 1))
                return true;
            // "Bellator 300", "ONE Championship 165": a count where films have a year.
            if (name.Year < 0 && sport[0] is "bellator" or "one" or "cage" && HasNumber(name, end, name.TitleEnd))
                return true;
            if (sport[0] is "f1" or "formula" && HasGrandPrix(name, end))
                return true;
        }

        return false;
    }

    private static bool Opens(in NameReading name, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!name.Is(name.TitleStart + i, words[i]))
                return false;
        }

        return true;
    }

    /// <summary>Behind the year, before the attributes: "2024 Round 05", "2024 R12", "2024 Monaco Grand Prix". No "vs": "Rocky IV 1985 Rocky vs Drago".</summary>
    private static bool HasSession(in NameReading name)
    {
        for (var i = name.Year + 1; name.Year >= 0 && i < name.Tokens.Length && IsFree(name, i); i++)
        {
            if (Sessions.Contains(name.Word(i)) || (Counted.Contains(name.Word(i)) && i + 1 < name.Tokens.Length && name.Tokens[i + 1].Number is >= 0 and < 100))
                return true;
            if (name.Is(i, "grand") && name.Is(i + 1, "prix"))
                return true;
        }

        return false;
    }

    private static bool HasGrandPrix(in NameReading name, int from)
    {
        for (var i = from; i + 1 < name.Tokens.Length; i++)
        {
            if ((name.Is(i, "grand") && name.Is(i + 1, "prix")) || name.Is(i, "gp"))
                return true;
        }

        return false;
    }

    private static bool HasWord(in NameReading name, int from, string word)
    {
        for (var i = from; i < name.Tokens.Length; i++)
        {
            if (name.Is(i, word) && !name.Is(i + 1, "rip"))
                return true;
        }

        return false;
    }

    private static bool HasNumber(in NameReading name, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (name.Tokens[i].Number >= 0)
                return true;
        }

        return false;
    }

    private static bool IsPart(in NameReading name, int i) => name.Is(i, "part") || name.Is(i, "vol") || name.Is(i, "the");

    private static bool IsFree(in NameReading name, int i) => i > 0 && i < name.Tokens.Length && !name.Tokens[i].Known && name.Tokens[i].Bracket == 0;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
