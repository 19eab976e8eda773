namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Reads a word such as S01E02, S01, S01S02, E05, EP05, 1x02 or S2022E23.</summary>
internal static class EpisodeMark
{
    public static bool Fits(ReadOnlySpan<char> word) => Read(word, out _, out _);

    public static bool Read(ReadOnlySpan<char> word, out int? season, out int? episode)
    {
        season = null;
        episode = null;
        if (word.Length is < 2 or > 16)
            return false;
        return word[0] switch
        {
            's' or 'S' => ReadSeason(word, ref season, ref episode),
            'e' or 'E' => ReadEpisode(word, ref episode),
            >= '0' and <= '9' => ReadCross(word, ref season, ref episode),
            _ => false,
        };
    }

    private static bool ReadSeason(ReadOnlySpan<char> word, ref int? season, ref int? episode)
    {
        var at = 1;
        if (!Number(word, ref at, 1, 4, out var first))
            return false;
        var digits = at - 1;
        if (at == word.Length)
        {
            season = first;
            return digits >= 2 || word[0] == 'S';
        }

        season = first;
        while (at < word.Length)
        {
            var letter = word[at] | 0x20;
            if (letter is not ('e' or 's' or 'p'))
                return false;
            at++;
            if (letter == 'e' && at < word.Length && (word[at] | 0x20) == 'p')
                at++;
            if (!Number(word, ref at, 1, 4, out var number))
                return false;
            if (letter == 'e')
                episode ??= number;
        }

        return true;
    }

    private static bool ReadEpisode(ReadOnlySpan<char> word, ref int? episode)
    {
        var at = 1;
        if ((word[1] | 0x20) == 'p')
            at = 2;
        if (!Number(word, ref at, 2, 4, out var first))
            return false;
        episode = first;
        while (at < word.Length)
        {
            if ((word[at] | 0x20) != 'e')
                return false;
            at++;
            if (!Number(word, ref at, 2, 4, out _))
                return false;
        }

        return true;
    }

    private static bool ReadCross(ReadOnlySpan<char> word, ref int? season, ref int? episode)
    {
        var at = 0;
        var ofYear = word.Length == 7 && word[0] == '2' && word[1] == '0';
        if (!Number(word, ref at, 1, ofYear ? 4 : 2, out var first) || at >= word.Length || (word[at] | 0x20) != 'x')
            return false;
        at++;
        if (!Number(word, ref at, 2, 3, out var second) || at != word.Length)
            return false;
        season = first;
        episode = second;
        return true;
    }

    private static bool Number(ReadOnlySpan<char> word, ref int at, int least, int most, out int value)
    {
        value = 0;
        var start = at;
        while (at < word.Length && at - start < most && char.IsAsciiDigit(word[at]))
            value = (value * 10) + (word[at++] - '0');
        return at - start >= least && (at == word.Length || !char.IsAsciiDigit(word[at]));
    }
}
