namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>Reads ids of films that names carry: "{tmdb-693134}", "[imdbid-tt15239678]", "tt15239678".</summary>
internal static class IdReader
{
    public static (int? Tmdb, string? Imdb) Read(in NameReading name)
    {
        int? tmdb = null;
        string? imdb = null;
        for (var i = 0; i < name.Tokens.Length; i++)
        {
            if (i > 0 && name.Tokens[i].Number > 0 && (name.Is(i - 1, "tmdb") || name.Is(i - 1, "tmdbid")))
                tmdb ??= name.Tokens[i].Number;
            else if (IsImdb(name.Word(i)))
                imdb ??= name.Word(i).ToString().ToLowerInvariant();
        }

        return (tmdb, imdb);
    }

    private static bool IsImdb(ReadOnlySpan<char> word) =>
        word.Length is >= 9 and <= 11 && (word[0] | 0x20) == 't' && (word[1] | 0x20) == 't' && word[2..].IndexOfAnyExceptInRange('0', '9') < 0;
}
