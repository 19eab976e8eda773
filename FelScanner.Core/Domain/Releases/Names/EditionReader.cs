namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Lists the editions that a name tells, each once, in the words of the contract.</summary>
internal static class EditionReader
{
    public static IReadOnlyList<string> Read(in NameReading name, bool telecineIsTheatrical)
    {
        List<string>? found = null;
        for (var i = 0; i < name.Tokens.Length; i++)
        {
            if (name.Tokens[i].Tag == Tag.Edition && !name.Tokens[i].Joined)
                Add(ref found, Vocabulary.EditionWords[name.Tokens[i].Value]);
        }

        if (telecineIsTheatrical)
            Add(ref found, Vocabulary.EditionWords[Vocabulary.Theatrical]);
        return found is null ? [] : found;
    }

    private static void Add(ref List<string>? list, string word)
    {
        list ??= [];
        if (!list.Contains(word))
            list.Add(word);
    }
}
