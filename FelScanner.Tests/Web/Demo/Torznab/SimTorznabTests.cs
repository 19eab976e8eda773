using System.Xml.Linq;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;

namespace FelScanner.Tests.Web.Demo.Torznab;

public sealed class SimTorznabTests
{
    [Theory]
    [InlineData("t=search&apikey=wrong", 401, "100")]
    [InlineData("t=", 400, "200")]
    [InlineData("t=search&offset=x", 400, "201")]
    [InlineData("t=dance", 400, "202")]
    public async Task Errors_are_xml_with_their_status(string query, int status, string code)
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var client = new WireClient(world.Household.Torznab.Address);
        var key = query.Contains("apikey", StringComparison.Ordinal) ? "" : $"&apikey={world.Household.Torznab.ApiKey}";

        var answer = await client.GetAsync($"1/api?{query}{key}");

        Assert.Equal((status, code), (answer.Status, XElement.Parse(answer.Text).Attribute("code")!.Value));
    }

    [Fact]
    public async Task Too_many_questions_say_when_to_come_again()
    {
        await using var world = await SimulatedWorld.StartAsync();
        world.Household.Torznab.Faults.Next("api", new Fault.TooMany(90));
        using var client = new WireClient(world.Household.Torznab.Address);

        var answer = await client.GetAsync($"1/api?t=search&apikey={world.Household.Torznab.ApiKey}");

        Assert.Equal((429, "90"), (answer.Status, answer.Headers["Retry-After"]));
    }

    [Fact]
    public async Task A_film_is_found_by_its_tmdb_id_with_its_hash()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var release = world.FelRelease(world.Film());
        using var client = new WireClient(world.Household.Torznab.Address);

        var answer = await client.GetAsync($"1/api?t=movie&tmdbid=438631&cat=2045&apikey={world.Household.Torznab.ApiKey}");

        Assert.Contains($"value=\"{world.Household.Tracker.HashOf(release)}\"", answer.Text, StringComparison.Ordinal);
    }
}
