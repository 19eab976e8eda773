using FelScanner.Web.Demo;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.Support;

/// <summary>A simulated household for one test: strict services on loopback, a few films, and a check that nobody called what a right client does not call.</summary>
public sealed class SimulatedWorld : IAsyncDisposable
{
    private SimulatedWorld(SimHousehold household) => Household = household;

    public SimHousehold Household { get; }

    public static async Task<SimulatedWorld> StartAsync(TimeProvider? time = null, QbDialect? dialect = null, HouseholdOptions? options = null)
    {
        var setUp = options ?? new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromSeconds(4) } };
        setUp = dialect is null ? setUp : setUp with { QBittorrent = setUp.QBittorrent with { Dialect = dialect } };
        return new SimulatedWorld(await SimHousehold.StartAsync(time ?? TimeProvider.System, setUp, TestContext.Current.CancellationToken));
    }

    /// <summary>A film with one copy of this picture, known to Plex and Radarr.</summary>
    public SimFilm Film(string title = "Dune", int year = 2021, int tmdbId = 438631, SimPicture picture = SimPicture.P5, SimSound sound = SimSound.DdpAtmos) =>
        Household.World.Add(title, year, tmdbId, Household.World.Copy($"{title} ({year}) - 2160p WEB-DL.mkv", picture, sound));

    /// <summary>Uploads a FEL release of the film, as FraMeSToR names them, and told as FEL.</summary>
    public SimRelease FelRelease(SimFilm film, long bytes = 78_400_000_000) =>
        Household.Tracker.Publish(
            $"{film.Title.Replace(' ', '.')}.{film.Year}.2160p.UHD.BluRay.REMUX.DV.P7.FEL.HDR.HEVC.TrueHD.Atmos.7.1-FraMeSToR",
            bytes,
            MediaInfoText.For(film.Title, SimPicture.P7Fel, SimSound.TrueHdAtmos, bytes),
            release => release with { TmdbId = film.TmdbId, Seeders = 41 });

    public void AssertNothingUnexpected() => Assert.Empty(Household.Unexpected.Select(call => call.ToString()));

    public ValueTask DisposeAsync() => Household.DisposeAsync();
}
