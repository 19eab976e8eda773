using System.Globalization;

namespace FelScanner.Web.Demo.World;

/// <summary>A well-known film.</summary>
public sealed record KnownFilm(int TmdbId, string Title, int Year, int Minutes);

/// <summary>The well-known films of the demo: TMDb's number, title, year and running time, a line each.</summary>
internal static class FilmList
{
    private const string Resource = "FelScanner.Web.Demo.World.films.tsv";

    public static IReadOnlyList<KnownFilm> Read()
    {
        using var stream = typeof(FilmList).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the program.");
        using var reader = new StreamReader(stream);
        var films = new List<KnownFilm>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            films.Add(new KnownFilm(Number(cells[0]), cells[1], Number(cells[2]), Number(cells[3])));
        }
        return films;
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
