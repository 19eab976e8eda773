namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>A name cut into words, and where its parts are. Indices are of tokens; -1 means there is none.</summary>
internal ref struct NameReading
{
    public ReadOnlySpan<char> Text;
    public Span<Token> Tokens;

    public int TitleStart;

    /// <summary>The first token after the title.</summary>
    public int TitleEnd;

    /// <summary>The token that is the release year.</summary>
    public int Year;

    /// <summary>The first token that says "a series".</summary>
    public int Tv;

    /// <summary>The first token after the episode marks.</summary>
    public int TvEnd;

    /// <summary>A file ending that was cut off, as an index into the vocabulary's containers.</summary>
    public int Container;

    public readonly ReadOnlySpan<char> Word(int index) => Text[Tokens[index].Start..Tokens[index].End];

    public readonly bool Is(int index, string word) =>
        index >= 0 && index < Tokens.Length && Word(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first token of the bracket that the token stands in; the token itself outside of brackets.</summary>
    public readonly int FirstOfBracket(int index)
    {
        var bracket = Tokens[index].Bracket;
        while (bracket != 0 && index > 0 && Tokens[index - 1].Bracket == bracket)
            index--;
        return index;
    }

    /// <summary>The first token after the bracket that the token stands in.</summary>
    public readonly int EndOfBracket(int index)
    {
        var bracket = Tokens[index].Bracket;
        index++;
        while (bracket != 0 && index < Tokens.Length && Tokens[index].Bracket == bracket)
            index++;
        return index;
    }

    /// <summary>The first token of the compound that the token belongs to.</summary>
    public readonly int FirstOfCompound(int index)
    {
        while (index > 0 && Tokens[index].Joined)
            index--;
        return index;
    }

    /// <summary>The first token after the compound that begins here.</summary>
    public readonly int EndOfCompound(int index)
    {
        index++;
        while (index < Tokens.Length && Tokens[index].Joined)
            index++;
        return index;
    }

    /// <summary>The words of a range say nothing about quality: they are a title, an episode's title or a group.</summary>
    public readonly void Silence(int from, int to)
    {
        for (var i = Math.Max(from, 0); i < to && i < Tokens.Length; i++)
        {
            Tokens[i].Tag = Tag.None;
            Tokens[i].Strength = Strength.Unknown;
            Tokens[i].Facts = Facts.None;
            Tokens[i].Joined = false;
        }
    }
}
