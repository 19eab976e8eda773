using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.World;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.EndToEnd;

/// <summary>A film has arrived, and Plex does not list it: said after a while, asked again, and taken back once it does.</summary>
public sealed class PlexIsSlow
{
    private readonly StageTime _clock = new();

    [Fact]
    public async Task What_Plex_never_lists_is_a_finding_until_it_does()
    {
        await using var home = await Home.OpenAsync(
            world => world.FelRelease(world.Film("Movie", 2021, 900001)),
            settings: null,
            await SimulatedWorld.StartAsync(_clock, options: new HouseholdOptions { Plex = new() { ScanTakes = TimeSpan.FromDays(40) }, QBittorrent = new() { DownloadTakes = TimeSpan.FromSeconds(4) } }),
            services => services.AddSingleton<TimeProvider>(_clock));
        await home.RunAsync("check-feeds");
        var id = (string)(await home.PendingAsync())[0]!["request_id"]!;
        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = id });
        await home.HistoryAsync("completed");
        await Eventually.BecomesAsync("Plex was asked to scan", TimeSpan.FromSeconds(30), () => Task.FromResult(Scans(home) == 1 ? home : null));
        Assert.Null(await FindingAsync(home, id));

        var finding = await Eventually.BecomesAsync("the silence is told", TimeSpan.FromSeconds(90), async () =>
        {
            _clock.Jump(TimeSpan.FromMinutes(1));
            return await FindingAsync(home, id);
        });
        await Eventually.BecomesAsync("Plex is asked again", TimeSpan.FromSeconds(60), () =>
        {
            _clock.Jump(TimeSpan.FromMinutes(1));
            return Task.FromResult(Scans(home) > 1 ? home : null);
        });
        var (plex, disk) = (home.World.Household.Plex, home.World.Household.World);
        plex.Events.Changed(plex.Shelf.ItemsOf(disk.Scan(disk.Unscanned[0])!), 5);
        await Eventually.BecomesAsync("it is taken back", TimeSpan.FromSeconds(60), async () =>
        {
            _clock.Jump(TimeSpan.FromMinutes(1));
            return await FindingAsync(home, id) is null ? home : null;
        });

        Assert.Contains("Plex does not show", (string)finding["message"]!, StringComparison.Ordinal);
        Assert.Contains("path mapping", (string)finding["remedy"]!, StringComparison.Ordinal);
        await home.MessageAsync("both versions are told", m => m.Text.Contains("Plex has both versions", StringComparison.Ordinal));
        home.World.AssertNothingUnexpected();
    }

    private static int Scans(Home home) => home.World.Household.Plex.Calls.Count(call => call.Path.EndsWith("/refresh", StringComparison.Ordinal));

    private static async Task<JsonNode?> FindingAsync(Home home, string id) =>
        (await home.GetAsync("api/health")).AsArray().FirstOrDefault(finding => (string)finding!["id"]! == $"after.{id}");
}
