using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.Web.Demo.Plex;

public sealed class SimPlexTests
{
    private static readonly (string, string) Json = ("Accept", "application/json");

    [Fact]
    public async Task A_call_without_the_token_is_refused_in_html()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = new WireClient(world.Household.Plex.Address);

        var answer = await client.GetAsync("library/sections", Json);

        Assert.Equal((401, "text/html"), (answer.Status, answer.Type));
    }

    [Fact]
    public async Task A_page_is_as_long_as_asked_and_tells_the_whole()
    {
        await using var world = await SimulatedWorld.StartAsync();
        for (var number = 0; number < 7; number++)
            world.Film($"Film {number}", 2000 + number, 100 + number);
        using var client = new WireClient(world.Household.Plex.Address);

        var answer = await client.GetAsync("library/sections/1/all?type=1", Json, Token(world), ("X-Plex-Container-Start", "5"), ("X-Plex-Container-Size", "5"));

        var container = answer.Json["MediaContainer"]!;
        Assert.Equal((2, 7, 5), ((int)container["size"]!, (int)container["totalSize"]!, (int)container["offset"]!));
    }

    [Fact]
    public async Task Only_details_tell_the_profile_and_never_the_layer()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var key = world.Household.Plex.Shelf.KeyOf(world.Film(picture: SimPicture.P7Fel));
        using var client = new WireClient(world.Household.Plex.Address);

        var answer = await client.GetAsync($"library/metadata/{key}?includeGuids=1", Json, Token(world));

        var video = answer.Json["MediaContainer"]!["Metadata"]![0]!["Media"]![0]!["Part"]![0]!["Stream"]![0]!;
        Assert.Equal((7, true, "4K DoVi/HDR10 (HEVC Main 10)"), ((int)video["DOVIProfile"]!, (bool)video["DOVIELPresent"]!, (string)video["displayTitle"]!));
    }

    [Fact]
    public async Task What_has_arrived_is_found_by_a_scan_of_its_folder_and_announced()
    {
        var clock = new SimClock();
        await using var world = await SimulatedWorld.StartAsync(clock);
        var film = world.Film();
        world.Household.World.Arrive(film, world.Household.World.Copy("Dune (2021) - Remux.mkv", SimPicture.P7Fel));
        using var listener = await world.Household.Plex.ListenAsync();
        using var client = new WireClient(world.Household.Plex.Address);

        await client.GetAsync($"library/sections/1/refresh?path={Uri.EscapeDataString("/movies/Dune (2021)")}", Token(world));
        clock.Advance(TimeSpan.FromSeconds(2));
        var told = await listener.NextAsync("timeline");

        Assert.Equal(2, world.Household.World.Find(film.Id)!.Copies.Count);
        Assert.Equal("5", told["NotificationContainer"]!["TimelineEntry"]![0]!["state"]!.ToString());
    }

    [Fact]
    public async Task A_listing_without_pages_is_noted_as_unexpected()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = new WireClient(world.Household.Plex.Address);

        await client.GetAsync("library/sections/1/all", Json, Token(world));

        Assert.Single(world.Household.Plex.Unexpected);
    }

    [Fact]
    public async Task A_collection_is_made_and_thinned()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var (first, second) = (Key(world, world.Film()), Key(world, world.Film("Blade Runner 2049", 2017, 335984)));
        using var client = new WireClient(world.Household.Plex.Address);
        var uri = Uri.EscapeDataString($"server://5f0d6d2c8a1e4b7f9d3c2a1b0e9f8d7c6b5a4321/com.plexapp.plugins.library/library/metadata/{first},{second}");

        var made = await client.PostAsync($"library/collections?type=1&title=Mine&smart=0&sectionId=1&uri={uri}", null, Json, Token(world));
        var collection = (string)made.Json["MediaContainer"]!["Metadata"]![0]!["ratingKey"]!;
        await client.SendAsync(HttpMethod.Delete, $"library/collections/{collection}/items/{first}", null, Token(world));

        Assert.Equal([second], world.Household.Plex.Collections["Mine"]);
    }

    private static string Key(SimulatedWorld world, SimFilm film) => world.Household.Plex.Shelf.KeyOf(film);

    private static (string, string) Token(SimulatedWorld world) => ("X-Plex-Token", world.Household.Plex.Token);
}
