using System.Collections.Frozen;

namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>When a word counts by its letters' case.</summary>
internal enum CaseRule : byte
{
    Any,

    /// <summary>Only in capitals ("DC", "NF").</summary>
    Upper,

    /// <summary>Only with a capital at its end ("iT"), as one service is written.</summary>
    LastUpper,
}

/// <summary>An entry of the vocabulary. An entry without a tag only begins compounds ("blu" of "blu-ray").</summary>
internal readonly record struct Word(Tag Tag, Strength Strength, byte Value, Facts Facts, CaseRule Case, bool Begins);

/// <summary>
/// Every word and compound that release names use for attributes. Keys are lower case, without apostrophes; the words of a compound are joined by hyphens,
/// whatever separates them in the name.
/// </summary>
internal static partial class Vocabulary
{
    /// <summary>No key is longer: longer words need no look-up.</summary>
    public const int LongestKey = 40;

    /// <summary>No compound has more words.</summary>
    public const int MostWords = 4;

    /// <summary>File endings; a container word's value is an index into it.</summary>
    public static readonly string[] Containers = ["mkv", "mp4", "avi", "ts", "m2ts", "iso", "mov", "wmv", "m4v", "mpg", "vob", "webm", "flv", "torrent", "nzb", "rmvb"];

    // Stands below the containers: static fields are set in the order of the text, and building reads them.
    private static readonly FrozenDictionary<string, Word> Words = Build();

    public static FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; } =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, Word> Build()
    {
        Dictionary<string, Word> words = new(StringComparer.Ordinal);
        Picture(words);
        Sources(words);
        Sound(words);
        Editions(words);
        Marks(words);
        Languages(words);
        foreach (var first in words.Keys.Where(key => key.Contains('-', StringComparison.Ordinal)).Select(key => key[..key.IndexOf('-', StringComparison.Ordinal)]).ToHashSet())
            words[first] = (words.TryGetValue(first, out var own) ? own : default) with { Begins = true };
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(
        Dictionary<string, Word> words,
        string list,
        Tag tag,
        Strength strength = Strength.Strong,
        int value = 0,
        Facts facts = Facts.None,
        CaseRule rule = CaseRule.Any)
    {
        foreach (var key in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            words[key] = new Word(tag, strength, (byte)value, facts, rule, Begins: false);
    }
}
