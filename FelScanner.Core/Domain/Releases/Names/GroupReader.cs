using System.Buffers;
using System.Collections.Frozen;

namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Finds who made the release: behind the last hyphen, in the last bracket, in a bracket in front, or as the last word.</summary>
internal static class GroupReader
{
    private const int MostWords = 4;

    /// <summary>Marks that trackers add behind the group.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Trackers = new[]
    {
        "tgx", "rartv", "eztv", "ettv", "ethd", "rarbg", "eztvx", "glodls", "galaxyrg265", "ctrlhd-", "mb", "cz", "prt", "hdt", "srrdb", "btn", "ptp", "xpost", "ebook", "n1c",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Marks that Usenet posters add behind the group.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Posters = new[]
    {
        "rp", "1", "nzbgeek", "obfuscated", "obfuscation", "scrambled", "sample", "pre", "postbot", "xpost", "rakuv", "rakuvfinhel", "rakuv02", "whiterev", "buymore",
        "asrequested", "alternativetorequested", "gerov", "z0ids3n", "chamele0n", "4p", "4planet", "altezachen", "repackpost", "nzbget", "newz", "n3wz",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Uploaders whose mark in the last bracket names the release, whoever encoded it.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Uploaders =
        new[] { "taoe", "qxr" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The group's name, null when there is none. Its words are silenced, so that a group "FELIX" or "P7" says nothing else.</summary>
    public static string? Read(ref NameReading name)
    {
        var end = WithoutNoise(name);
        if (end <= name.TitleEnd)
            return Leading(name);
        var range = name.Tokens[end - 1].Bracket != 0 ? InBracket(name, end) : BehindHyphen(name, end);
        if (range is (0, 0) && name.Tokens[end - 1].Bracket == 0)
            range = Leading(name) is { } leading ? default : LastWord(name, end);
        if (range is (0, 0))
            return Leading(name);
        var group = name.Text[name.Tokens[range.From].Start..name.Tokens[range.To - 1].End];
        name.Silence(range.From, range.To);
        name.Tokens[range.From].Tag = Tag.Group;
        return Canonical(group);
    }

    private static string? Canonical(ReadOnlySpan<char> group)
    {
        if (group.Equals("NOGROUP", StringComparison.OrdinalIgnoreCase) || group.Equals("NOGRP", StringComparison.OrdinalIgnoreCase))
            return null;
        return group.Length == 11 && group.StartsWith("ben", StringComparison.OrdinalIgnoreCase) && group[4..7].Equals("the", StringComparison.OrdinalIgnoreCase)
            && group.EndsWith("men", StringComparison.OrdinalIgnoreCase)
            ? "BEN THE MEN"
            : group.ToString();
    }

    private static int WithoutNoise(in NameReading name)
    {
        var end = name.Tokens.Length;
        while (end > name.TitleEnd)
        {
            var last = name.Tokens[end - 1];
            var first = name.FirstOfBracket(end - 1);
            if (last.Bracket != 0 && first >= name.TitleEnd && IsNoise(name, first, end))
                end = first;
            else if (last.Bracket == 0 && last.Has(Gap.Hyphen) && end - 1 > name.TitleEnd && Posters.Contains(name.Word(end - 1)))
                end--;
            else
                break;
        }

        return end;
    }

    private static bool IsNoise(in NameReading name, int first, int end)
    {
        if (end - first == 1 && (IsHash(name.Word(first)) || Trackers.Contains(name.Word(first))))
            return true;
        if (end - first == 2 && name.Is(first, "eztvx"))
            return true;
        for (var i = first; i < end; i++)
        {
            if (!name.Tokens[i].Known && name.Tokens[i].Number < 0)
                return false;
        }

        return true;
    }

    private static bool IsHash(ReadOnlySpan<char> word) =>
        word.Length == 8 && word.IndexOfAnyExcept(Hexadecimal) < 0;

    private static (int From, int To) InBracket(in NameReading name, int end)
    {
        var first = name.FirstOfBracket(end - 1);
        var tail = end;
        while (tail > first && IsFree(name, tail - 1))
            tail--;
        if (tail == end)
            return default;
        if (tail > first)
            return TailAfterHyphen(name, tail, end);
        if (end - first > MostWords || !SaysQuality(name, name.TitleEnd, first))
            return default;
        var glued = first - 1 > name.TitleEnd && name.Tokens[first - 1].Bracket == 0 && !Uploaders.Contains(name.Word(first)) ? BehindHyphen(name, first) : default;
        return glued is (0, 0) ? (first, end) : glued;
    }

    private static (int From, int To) TailAfterHyphen(in NameReading name, int tail, int end)
    {
        for (var i = end - 1; i >= tail; i--)
        {
            if (name.Tokens[i].Has(Gap.Hyphen))
                return (i, end);
        }

        while (tail < end && name.Tokens[tail].Number >= 0)
            tail++;
        return end - tail is 1 or 2 ? (tail, end) : default;
    }

    private static (int From, int To) BehindHyphen(in NameReading name, int end)
    {
        for (var i = end - 1; i > name.TitleStart && i >= name.TitleEnd && end - i <= MostWords; i--)
        {
            var token = name.Tokens[i];
            if (token.Bracket != name.Tokens[end - 1].Bracket || (!IsFree(name, i) && !(i == end - 1 && MayBeGroup(name, i))))
                return default;
            if (!token.Has(Gap.Hyphen))
                continue;
            if (i == name.TitleEnd || !SaysQuality(name, name.TitleEnd, i) || (token.Number >= 0 && end - i == 1 && token.Length < 4))
                return default;
            return name.Tokens[i - 1].Length == 1 && IsFree(name, i - 1) && name.Tokens[i - 1].Has(Gap.Hyphen) ? (i - 1, end) : (i, end);
        }

        return default;
    }

    /// <summary>Known words that groups are called by; glued to a hyphen at the very end they are the group, never an attribute.</summary>
    private static bool MayBeGroup(in NameReading name, int i)
    {
        var token = name.Tokens[i];
        if (token.Joined || !token.Has(Gap.Hyphen) || token.Has(Gap.Space))
            return false;
        return token.Tag switch
        {
            Tag.Profile => name.Tokens[i - 1].Tag != Tag.Dv,
            Tag.Fel or Tag.Mel => name.Tokens[i - 1].Tag != Tag.Profile,
            Tag.Service or Tag.Edition or Tag.Box => true,
            Tag.Resolution or Tag.Audio => SaidBefore(name, i, token.Tag),
            Tag.Disc => SaidBefore(name, i, Tag.Codec),
            Tag.Misc => name.Is(i, "limited") || name.Is(i, "int"),
            _ => false,
        };
    }

    private static bool SaidBefore(in NameReading name, int end, Tag tag)
    {
        for (var i = name.TitleEnd; i < end; i++)
        {
            if (name.Tokens[i].Tag == tag)
                return true;
        }

        return false;
    }

    private static (int From, int To) LastWord(in NameReading name, int end)
    {
        var i = end - 1;
        if (!IsFree(name, i) || name.Tokens[i].Number >= 0)
            return default;
        if (end - 3 > name.TitleEnd && name.Is(i, "men") && name.Is(i - 1, "the") && name.Is(i - 2, "ben"))
            return (end - 3, end);
        if (name.Tokens[i].Before == Gap.Dot && i - 1 > name.TitleEnd && IsFree(name, i - 1) && Edges.IsSite(name, i - 1, end))
            i--;
        return i > name.TitleEnd && IsQuality(name, i - 1) ? (i, end) : default;
    }

    private static string? Leading(in NameReading name)
    {
        if (name.TitleStart == 0 || name.Tokens[0].Bracket == 0)
            return null;
        var end = name.EndOfBracket(0);
        if (end > name.TitleStart || end > MostWords || Edges.IsSite(name, 0, end))
            return null;
        for (var i = 0; i < end; i++)
        {
            if (name.Tokens[i].Known)
                return null;
        }

        return name.Text[name.Tokens[0].Start..name.Tokens[end - 1].End].ToString();
    }

    private static bool IsFree(in NameReading name, int i) => !name.Tokens[i].Known && (name.Tokens[i].Number < 0 || name.Tokens[i].Length >= 4 || !name.Tokens[i].Has(Gap.Dot | Gap.Space)) && !Layout.IsYear(name, i);

    private static bool SaysQuality(in NameReading name, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (name.Tokens[i].Known || i == name.Year)
                return true;
        }

        return false;
    }

    private static bool IsQuality(in NameReading name, int i) => name.Tokens[i].Known || (name.Tokens[i].Number >= 0 && i != name.Year);
}
