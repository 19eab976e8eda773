using System.Collections.Frozen;

namespace FelScanner.Core.Domain.Library;

/// <summary>Roman numerals and number words as digits, and the words that a title may be told without.</summary>
internal static class Numerals
{
    private static readonly FrozenDictionary<string, string> Roman = Numbered(
        ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"], first: 2);

    private static readonly FrozenDictionary<string, string> Spelled = Numbered(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"], first: 1);

    private static readonly FrozenSet<string> Parts = new[] { "part", "chapter", "episode", "volume", "vol", "teil", "partie", "parte" }.ToFrozenSet();

    private static readonly FrozenSet<string> Articles = new[] { "the", "a", "an" }.ToFrozenSet();

    private static readonly FrozenSet<string> Conjunctions = new[] { "and", "und", "et" }.ToFrozenSet();

    /// <summary>An article at either end ("Thing, The"), or an "and" anywhere.</summary>
    public static bool IsFiller(string word, bool first, bool last) =>
        ((first || last) && Articles.Contains(word)) || (!first && Conjunctions.Contains(word));

    /// <summary>"Rocky II" and "Part Two" as digits. A first word is never a numeral ("V for Vendetta"), "I" only behind "Part".</summary>
    public static string Fold(string word, string? before, bool loose)
    {
        if (word.Length > 8 || before is null)
            return loose && before is null && Spelled.TryGetValue(word, out var leading) ? leading : word;
        var part = Parts.Contains(before);
        if (part && word == "i")
            return "1";
        if (Roman.TryGetValue(word, out var roman))
            return roman;
        return (part || loose) && Spelled.TryGetValue(word, out var number) ? number : word;
    }

    private static FrozenDictionary<string, string> Numbered(string[] words, int first) =>
        words.Select((word, i) => (word, number: (i + first).ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.number);
}
