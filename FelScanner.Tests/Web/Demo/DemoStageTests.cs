using System.Text.Json.Nodes;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.Web.Demo;

public sealed class DemoStageTests
{
    [Fact]
    public async Task The_library_is_large_and_has_every_kind_of_copy()
    {
        await using var stage = await DemoStage.StartAsync(new SimClock(), TestContext.Current.CancellationToken);

        var films = stage.Household.World.Films;

        Assert.InRange(films.Count, 300, 400);
        Assert.Equal(Enum.GetValues<SimPicture>().Except([SimPicture.Hlg]), films.SelectMany(f => f.Copies).Select(c => c.Picture).Distinct().Order());
        Assert.Contains(films, f => f.Copies.Count == 2);
    }

    [Fact]
    public async Task The_first_upgrade_comes_within_fifteen_seconds()
    {
        var clock = new SimClock();
        await using var stage = await DemoStage.StartAsync(clock, TestContext.Current.CancellationToken);

        var upgrade = await UntilAsync(clock, TimeSpan.FromSeconds(15), () => stage.Household.Tracker.Releases.FirstOrDefault(r => r.Name.StartsWith("Dune.2021.2160p.UHD.BluRay.REMUX", StringComparison.Ordinal)));

        Assert.NotNull(upgrade);
        Assert.Contains("BL+EL+RPU", upgrade.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_name_every_service_and_map_the_films_to_this_program()
    {
        await using var stage = await DemoStage.StartAsync(new SimClock(), TestContext.Current.CancellationToken);

        var mapped = JsonNode.Parse(stage.Settings["path_mappings"])!.AsArray().Select(m => (string)m!["service"]!);

        Assert.Equal(["qbittorrent", "plex", "local"], mapped);
        Assert.All(["plex_url", "radarr_url", "telegram_api_url", "iptorrents_url"], key => Assert.StartsWith("http://127.0.0.1:", stage.Settings[key], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_titles_as_files_and_folders_are_plain()
    {
        await using var stage = await DemoStage.StartAsync(new SimClock(), TestContext.Current.CancellationToken);

        Assert.All(stage.Household.World.Films, film => Assert.Empty(film.Folder.Intersect("/\\:?*\"<>|")));
        Assert.All(stage.Household.Tracker.Releases, release => Assert.DoesNotContain("..", release.Name, StringComparison.Ordinal));
    }

    /// <summary>Moves the clock by whole seconds until something is there; the script runs on other threads and needs a moment of each.</summary>
    private static async Task<T?> UntilAsync<T>(SimClock clock, TimeSpan within, Func<T?> look)
        where T : class
    {
        for (var second = 0; second < within.TotalSeconds; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            for (var look1 = 0; look1 < 200; look1++)
            {
                if (look() is { } found)
                    return found;
                await Task.Yield();
            }
        }
        return look();
    }
}
