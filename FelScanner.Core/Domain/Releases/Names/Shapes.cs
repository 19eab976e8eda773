using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Words known by their shape alone: numbers, sizes, picture dimensions, episode marks.</summary>
internal static class Shapes
{
    public static void Classify(ReadOnlySpan<char> text, ref Token token)
    {
        var word = text[token.Start..token.End];
        if (token.Number >= 0)
        {
            token.Tag = Tag.Number;
            return;
        }

        if (!HasDigit(word))
            return;
        if (EpisodeMark.Fits(word))
            Know(ref token, Tag.Episode, 0);
        else if (Dimensions(word) is var lines && lines >= 0)
            Know(ref token, Tag.Resolution, lines);
        else if (GluedLines(word) is var glued && glued >= 0)
            Know(ref token, Tag.Resolution, glued);
        else if (IsSize(word))
            Know(ref token, Tag.Size, 0);
        else if (IsOrdinal(word))
            token.Tag = Tag.Ordinal;
    }

    private static void Know(ref Token token, Tag tag, int value)
    {
        token.Tag = tag;
        token.Strength = Strength.Strong;
        token.Value = (byte)value;
    }

    private static bool HasDigit(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>"1920x1080": the class by the width, because films in scope format have fewer lines.</summary>
    private static int Dimensions(ReadOnlySpan<char> word)
    {
        var x = word.IndexOfAny('x', 'X');
        if (x < 3 || word.Length - x - 1 is < 3 or > 4 || x > 4
            || !int.TryParse(word[..x], out var width) || !int.TryParse(word[(x + 1)..], out var height))
            return -1;
        return Vocabulary.Lines.IndexOf((int)ResolutionWords.FromSize(width, height));
    }

    /// <summary>"BluRay1080p", "4Kto1080p": the class at the end of a word.</summary>
    private static int GluedLines(ReadOnlySpan<char> word)
    {
        if (word[^1] is not ('p' or 'P' or 'i'))
            return -1;
        var start = word.Length - 1;
        while (start > 0 && char.IsAsciiDigit(word[start - 1]))
            start--;
        return int.TryParse(word[start..^1], out var lines) ? Vocabulary.Lines.IndexOf(lines) : -1;
    }

    /// <summary>"4GB", "700MB", "42GiB", "2Mbps".</summary>
    private static bool IsSize(ReadOnlySpan<char> word)
    {
        var unit = word.TrimStart("0123456789");
        return unit.Length < word.Length && unit.Length is >= 2 and <= 5
            && (Is(unit, "gb") || Is(unit, "mb") || Is(unit, "gib") || Is(unit, "mib") || Is(unit, "tb") || Is(unit, "mbps") || Is(unit, "kbps") || Is(unit, "bit"));
    }

    private static bool IsOrdinal(ReadOnlySpan<char> word)
    {
        var unit = word.TrimStart("0123456789");
        return unit.Length == 2 && unit.Length < word.Length && (Is(unit, "th") || Is(unit, "st") || Is(unit, "nd") || Is(unit, "rd"));
    }

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
