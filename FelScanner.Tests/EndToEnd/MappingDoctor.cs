using FelScanner.Core.Settings;
using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.World;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.EndToEnd;

/// <summary>Three services that see the same films under three paths: the doctor finds the mappings that are missing from what each of them keeps.</summary>
public sealed class MappingDoctor
{
    [Fact]
    public async Task Without_mappings_it_proposes_those_that_lead_to_the_same_film()
    {
        var here = Directory.CreateTempSubdirectory("felscanner-films-");
        here.CreateSubdirectory("Movie (2021)");
        await using var home = await OpenAsync(new SimRoots("/movies", here.FullName, "/downloads/films"));
        var other = FelScanner.Web.Demo.Torrents.TorrentMaker.Make("Movie.mkv", 1_000_000, 7);
        await home.Services.GetRequiredService<FelScanner.Core.Ports.ITorrentClient>().AddAsync(
            new() { File = other, Hash = FelScanner.Web.Demo.Torrents.TorrentFile.Read(other)!.Hash, SavePath = "/downloads/films/Movie (2021)", Category = "", Tag = "mine" }, TestContext.Current.CancellationToken);

        var seen = await LookAsync(home, home.Services.GetRequiredService<ISettings>().Current);

        Assert.Equal(
            [("plex", "/movies", here.FullName), ("qbittorrent", "/movies", "/downloads/films"), ("local", "/movies", here.FullName)],
            seen.Where(s => s.Proposal is not null).Select(s => (s.Proposal!.Service, s.Proposal.From, s.Proposal.To)));
        here.Delete(recursive: true);
    }

    [Fact]
    public async Task With_the_proposed_mappings_all_is_well()
    {
        var here = Directory.CreateTempSubdirectory("felscanner-films-");
        here.CreateSubdirectory("Movie (2021)");
        await using var home = await OpenAsync(new SimRoots("/movies", here.FullName, "/downloads"));
        var settings = home.Services.GetRequiredService<ISettings>().Current with
        {
            PathMappings = [new("plex", "/movies", here.FullName), new("qbittorrent", "/movies", "/downloads"), new("local", "/movies", here.FullName)],
        };

        var seen = await LookAsync(home, settings);

        Assert.Equal(["radarr", "plex", "qbittorrent", "local"], seen.Where(s => s.Good == true).Select(s => s.Service));
        here.Delete(recursive: true);
    }

    private static Task<IReadOnlyList<PathSeen>> LookAsync(Home home, FelSettings settings) =>
        home.Services.GetRequiredService<CheckPaths>().RunAsync(settings, TestContext.Current.CancellationToken);

    private static async Task<Home> OpenAsync(SimRoots roots) => await Home.OpenAsync(
        world => world.Film("Movie", 2021, 900001),
        settings => settings["path_mappings"] = new System.Text.Json.Nodes.JsonArray(),
        await SimulatedWorld.StartAsync(options: new HouseholdOptions { Roots = roots }));
}
