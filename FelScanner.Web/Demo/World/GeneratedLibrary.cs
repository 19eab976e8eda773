namespace FelScanner.Web.Demo.World;

/// <summary>Fills a world with many made-up films, for measurements: one copy each, every kind of picture in turn.</summary>
public static class GeneratedLibrary
{
    private const int FirstTmdbId = 2_000_000;
    private const int OldestYear = 1950;
    private const int Years = 75;

    public static void Fill(SimWorld world, int films)
    {
        var pictures = Enum.GetValues<SimPicture>();
        for (var number = 1; number <= films; number++)
        {
            var year = OldestYear + (number % Years);
            var title = $"Generated Film {number.ToInvariant()}";
            var picture = pictures[number % pictures.Length];
            var copy = world.Copy($"{ReleaseNames.Of(title, year, picture, "GEN")}.mkv", picture, bytes: 20_000_000_000 + (number * 1000L), lines: picture == SimPicture.Sdr ? 1080 : 2160);
            world.Add(title, year, FirstTmdbId + number, copy);
        }
    }
}
