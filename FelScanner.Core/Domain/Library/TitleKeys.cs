using System.Globalization;
using System.Text;

namespace FelScanner.Core.Domain.Library;

/// <summary>
/// Folds titles so that different spellings of one title meet: case, accents, apostrophes, punctuation, "&amp;", roman numerals.
/// Letters of other scripts are kept. The loose key also drops articles and "and", and writes number words as digits.
/// </summary>
public static class TitleKeys
{
    /// <summary>Longer titles are cut: no real title is as long.</summary>
    private const int MostCharacters = 300;

    /// <summary>The strict key; empty when the title has no letter or digit.</summary>
    public static string Strict(string title) => Join(Words(title), loose: false);

    /// <summary>The loose key: two titles that share only this one may be the same film.</summary>
    public static string Loose(string title) => Join(Words(title), loose: true);

    /// <summary>Both keys, and those of the spelling with ae, oe, ue where the title has ä, ö, ü and their like.</summary>
    public static IEnumerable<(string Key, bool Loose)> Of(string title)
    {
        var words = Words(title);
        yield return (Join(words, loose: false), false);
        yield return (Join(words, loose: true), true);
        if (Spelling.Expand(title) is not { } expanded)
            yield break;
        var spelled = Words(expanded);
        yield return (Join(spelled, loose: false), false);
        yield return (Join(spelled, loose: true), true);
    }

    private static List<string> Words(string title)
    {
        var folded = Spelling.WithoutAccents(title.Length > MostCharacters ? title[..MostCharacters] : title);
        List<string> words = [];
        StringBuilder word = new();
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’' or '‘' or '`' or '´'))
            {
                Flush(word, words);
                if (c is '&' or '+')
                    words.Add("and");
            }
        }

        Flush(word, words);
        return words;
    }

    private static bool IsMark(char c) => c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Flush(StringBuilder word, List<string> words)
    {
        if (word.Length == 0)
            return;
        words.Add(word.ToString());
        word.Clear();
    }

    private static string Join(List<string> words, bool loose)
    {
        StringBuilder key = new();
        for (var i = 0; i < words.Count; i++)
        {
            if (loose && words.Count > 1 && Numerals.IsFiller(words[i], first: i == 0, last: i == words.Count - 1))
                continue;
            key.Append(Numerals.Fold(words[i], i == 0 ? null : words[i - 1], loose));
        }

        return key.ToString();
    }
}
