using System.Text.Json.Nodes;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Web.Demo.Radarr;

public sealed class SimRadarrTests
{
    [Fact]
    public async Task A_wrong_key_is_refused_with_an_empty_body()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = new WireClient(world.Household.Radarr.Address);

        var answer = await client.GetAsync("api/v3/movie", ("X-Api-Key", "wrong"));

        Assert.Equal((401, 0), (answer.Status, answer.Bytes.Length));
    }

    [Fact]
    public async Task A_film_is_found_by_its_tmdb_id_and_an_unknown_id_is_an_empty_list()
    {
        await using var world = await SimulatedWorld.StartAsync();
        world.Film();
        using var client = new WireClient(world.Household.Radarr.Address);

        var known = await client.GetAsync("api/v3/movie?tmdbId=438631", Key(world));
        var unknown = await client.GetAsync("api/v3/movie?tmdbId=1", Key(world));

        Assert.Equal("/movies/Dune (2021)", (string)known.Json[0]!["path"]!);
        Assert.Equal((200, "[]"), (unknown.Status, unknown.Text));
    }

    [Fact]
    public async Task Dolby_vision_is_told_without_a_profile()
    {
        await using var world = await SimulatedWorld.StartAsync();
        world.Film(picture: FelScanner.Web.Demo.World.SimPicture.P7Fel);
        using var client = new WireClient(world.Household.Radarr.Address);

        var answer = await client.GetAsync("api/v3/movie", Key(world));

        Assert.Equal("DV HDR10", (string)answer.Json[0]!["movieFile"]!["mediaInfo"]!["videoDynamicRangeType"]!);
    }

    [Fact]
    public async Task An_unknown_film_is_a_problem_and_an_unknown_command_a_fault()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = new WireClient(world.Household.Radarr.Address);

        var missing = await client.GetAsync("api/v3/movie/999", Key(world));
        var command = await client.PostAsync("api/v3/command", new StringContent(new JsonObject { ["name"] = "Nonsense" }.ToJsonString()), Key(world));

        Assert.Equal((404, "application/problem+json", 500), (missing.Status, missing.Type, command.Status));
    }

    private static (string, string) Key(SimulatedWorld world) => ("X-Api-Key", world.Household.Radarr.ApiKey);
}
