using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.Media;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.EndToEnd;

/// <summary>The happy path with the real qbittorrent-nox, which really downloads from a seeder on loopback into the film's folder.</summary>
public sealed class RealDownload
{
    private const string Release = "Movie.2021.2160p.UHD.BluRay.REMUX.DV.P7.FEL-GRP";

    /// <summary>A real client that does not reach its only seeder at once tries again after a minute or two.</summary>
    private static readonly TimeSpan SecondTry = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task The_name_that_Plex_stacks_is_given_inside_qBittorrent_which_goes_on_seeding()
    {
        var root = Directory.CreateTempSubdirectory("felscanner-films-");
        var film = new MatroskaWriter { Record = Picture.Record(7, layer: true, 6) }.Write(Picture.Film(400, RpuRecipe.Mel, sliceBytes: 2000));
        await using var swarm = await LoopbackSwarm.StartAsync(Release + ".mkv", content: film);
        await using var qBittorrent = await RealQBittorrent.StartAsync();
        var world = await SimulatedWorld.StartAsync(options: new HouseholdOptions { Roots = SimRoots.Same(root.FullName) });
        await using var home = await OpenAsync(world, swarm, qBittorrent, film.Length, settings => settings["download_keep_original_name"] = false);

        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);
        await home.MessageAsync("the layer is told", m => m.Id == message.Id && m.Text.Contains("It turned out to be MEL", StringComparison.Ordinal), SecondTry);
        var file = Path.Combine(root.FullName, "Movie (2021)", "Movie (2021) - 2160p DV MEL.mkv");
        await Eventually.BecomesAsync("it is called what it is", TimeSpan.FromSeconds(30), () => Task.FromResult(File.Exists(file) ? file : null));
        var seeding = await qBittorrent.WhenCompleteAsync(swarm.Hash, TimeSpan.FromSeconds(30));

        Assert.Equal(film, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(file, (string)seeding["content_path"]!);
        Assert.Equal([file], Directory.GetFiles(Path.Combine(root.FullName, "Movie (2021)")));
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task A_press_brings_a_real_file_into_the_films_folder_and_its_layer_is_proven()
    {
        var root = Directory.CreateTempSubdirectory("felscanner-films-");
        var film = new MatroskaWriter { Record = Picture.Record(7, layer: true, 6) }.Write(Picture.Film(400, RpuRecipe.Fel, sliceBytes: 2000));
        await using var swarm = await LoopbackSwarm.StartAsync(Release + ".mkv", content: film);
        await using var qBittorrent = await RealQBittorrent.StartAsync();
        var world = await SimulatedWorld.StartAsync(options: new HouseholdOptions { Roots = SimRoots.Same(root.FullName) });
        await using var home = await OpenAsync(world, swarm, qBittorrent, film.Length, _ => { });

        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);
        await home.MessageAsync("the proof is told", m => m.Id == message.Id && m.Text.Contains("Proven FEL", StringComparison.Ordinal), SecondTry);
        var row = await home.HistoryAsync("completed");

        var file = Path.Combine(root.FullName, "Movie (2021)", Release + ".mkv");
        Assert.Equal(film, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal("fel", (string)row["enhancement_layer"]!);
        await Eventually.BecomesAsync("Plex is asked to scan that folder", TimeSpan.FromSeconds(30), () => Task.FromResult(
            world.Household.Plex.Calls.FirstOrDefault(call => call.ToString().Contains("refresh", StringComparison.Ordinal))));
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task A_magnet_link_tells_its_files_is_named_and_arrives()
    {
        var root = Directory.CreateTempSubdirectory("felscanner-films-");
        var film = new MatroskaWriter { Record = Picture.Record(7, layer: true, 6) }.Write(Picture.Film(400, RpuRecipe.Fel, sliceBytes: 2000));
        await using var swarm = await LoopbackSwarm.StartAsync("whatever.somebody.calls.it.mkv", content: film, isPrivate: false);
        await using var qBittorrent = await RealQBittorrent.StartAsync();
        var world = await SimulatedWorld.StartAsync(options: new HouseholdOptions { Roots = SimRoots.Same(root.FullName) });
        world.Film("Movie", 2021, 900001);
        await using var home = await Home.OpenAsync(settings: settings => Real(settings, qBittorrent)["download_keep_original_name"] = false, world: world);

        await home.PostAsync("api/releases", new JsonObject { ["title"] = Release, ["magnet_link"] = swarm.Magnet, ["size"] = film.Length });
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);
        await home.MessageAsync("the proof is told", m => m.Id == message.Id && m.Text.Contains("Proven FEL", StringComparison.Ordinal), SecondTry);

        var file = Path.Combine(root.FullName, "Movie (2021)", "Movie (2021) - 2160p DV FEL.mkv");
        Assert.Equal(film, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(Path.Combine(root.FullName, "Movie (2021)")));
        root.Delete(recursive: true);
    }

    private static JsonObject Real(JsonObject settings, RealQBittorrent qBittorrent)
    {
        settings["qbittorrent_port"] = qBittorrent.Port;
        settings["qbittorrent_username"] = RealQBittorrent.Username;
        settings["qbittorrent_password"] = RealQBittorrent.Password;
        return settings;
    }

    private static Task<Home> OpenAsync(SimulatedWorld world, LoopbackSwarm swarm, RealQBittorrent qBittorrent, long bytes, Action<JsonObject> more) => Home.OpenAsync(
        w => w.Household.Tracker.Publish(Release, bytes, MediaInfoText.For("Movie", SimPicture.P7Fel, SimSound.TrueHdAtmos, bytes), r => r with { TmdbId = w.Film("Movie", 2021, 900001).TmdbId, Torrent = swarm.Torrent }),
        settings => more(Real(settings, qBittorrent)),
        world);
}
