namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Recognises each word: the longest compound of the vocabulary first, then the single word, then words with numbers in them.</summary>
internal static class Classifier
{
    private const Gap Breaks = Gap.Bracket | Gap.Slash;

    public static void Classify(ReadOnlySpan<char> text, Span<Token> tokens)
    {
        Span<char> key = stackalloc char[Vocabulary.LongestKey + 2];
        var i = 0;
        while (i < tokens.Length)
            i += ClassifyOne(text, tokens, i, key);
    }

    /// <summary>Returns how many tokens the word took.</summary>
    private static int ClassifyOne(ReadOnlySpan<char> text, Span<Token> tokens, int i, Span<char> key)
    {
        ref var token = ref tokens[i];
        var length = Append(text, token, key, 0);
        if (length == 0)
        {
            Shapes.Classify(text, ref token);
            return 1;
        }

        var best = Find(text, token, key, length, out var word, out var begins) ? 1 : 0;
        if (begins)
            best = LongestCompound(text, tokens, i, key, length, best, ref word);
        if (best == 0)
        {
            if (!FindWithoutDigits(key[..length], out word))
            {
                Shapes.Classify(text, ref token);
                return 1;
            }

            best = 1;
        }

        for (var j = 0; j < best; j++)
            Set(ref tokens[i + j], word, joined: j > 0);
        return best;
    }

    private static int LongestCompound(ReadOnlySpan<char> text, Span<Token> tokens, int i, Span<char> key, int length, int best, ref Word word)
    {
        for (var j = i + 1; j < tokens.Length && j < i + Vocabulary.MostWords; j++)
        {
            if (tokens[j].Has(Breaks) || length + 1 >= key.Length)
                break;
            key[length] = '-';
            length = Append(text, tokens[j], key, length + 1);
            if (length == 0)
                break;
            if (Find(text, tokens[j], key, length, out var found, out _) || FindWithoutDigits(key[..length], out found))
            {
                best = j - i + 1;
                word = found;
            }
        }

        return best;
    }

    private static bool Find(ReadOnlySpan<char> text, in Token token, Span<char> key, int length, out Word word, out bool begins)
    {
        if (token.Plus && length < key.Length)
        {
            key[length] = '+';
            if (Vocabulary.Lookup.TryGetValue(key[..(length + 1)], out word) && word.Tag != Tag.None)
            {
                begins = word.Begins;
                return true;
            }
        }

        if (!Vocabulary.Lookup.TryGetValue(key[..length], out word))
        {
            begins = false;
            return false;
        }

        begins = word.Begins;
        return word.Tag != Tag.None && CaseFits(text[token.Start..token.End], word.Case);
    }

    /// <summary>"DDP5", "TrueHD7", "AAC51": a sound word with its channels glued on.</summary>
    private static bool FindWithoutDigits(ReadOnlySpan<char> key, out Word word)
    {
        var bare = key;
        while (bare.Length > 0 && char.IsAsciiDigit(bare[^1]) && key.Length - bare.Length < 2)
            bare = bare[..^1];
        word = default;
        return bare.Length < key.Length && bare.Length > 0 && !char.IsAsciiDigit(bare[^1])
            && Vocabulary.Lookup.TryGetValue(bare, out word) && (word.Facts & Facts.Digits) != 0;
    }

    /// <summary>Appends the word in lower case without apostrophes; 0 when it does not fit.</summary>
    private static int Append(ReadOnlySpan<char> text, in Token token, Span<char> key, int at)
    {
        if (at + token.Length > Vocabulary.LongestKey)
            return 0;
        for (var i = token.Start; i < token.End; i++)
        {
            var c = text[i];
            if (char.IsAscii(c))
            {
                if (c is not ('\'' or '`'))
                    key[at++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            }
            else if (!Tokenizer.IsApostrophe(c))
            {
                key[at++] = char.ToLowerInvariant(c);
            }
        }

        return at;
    }

    private static bool CaseFits(ReadOnlySpan<char> word, CaseRule rule) => rule switch
    {
        CaseRule.Upper => word.IndexOfAnyInRange('a', 'z') < 0,
        CaseRule.LastUpper => char.IsAsciiLetterUpper(word[^1]),
        _ => true,
    };

    private static void Set(ref Token token, in Word word, bool joined)
    {
        token.Tag = word.Tag;
        token.Strength = word.Strength;
        token.Value = word.Value;
        token.Facts = word.Facts;
        token.Joined = joined;
    }
}
