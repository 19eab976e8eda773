using FelScanner.Core.Ports;
using FelScanner.Core.Workflow;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.Core.Workflow;

public sealed class KeepCollectionsTests
{
    private const string AllDv = "All Dolby Vision";

    private static readonly PlexSection Movies = new("1", "Movies", []);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dry_run_tells_film_by_film_and_changes_nothing()
    {
        await using var at = await LibraryAtWork.StartAsync();
        at.Film("Heat", 2, SimPicture.Sdr);
        at.Film("Dune", 1);
        await at.Get<ScanLibrary>().RunAsync(null, Token);

        var told = await at.Get<KeepCollections>().RunAsync(dryRun: true, Token);

        var all = told.Single(change => change.Title == AllDv);
        Assert.Equal(["Dune (2000)"], all.Adding);
        Assert.Empty(all.Removing);
        Assert.Empty(at.Plex.Collections);
    }

    [Fact]
    public async Task Only_films_that_this_program_added_are_taken_out_again()
    {
        await using var at = await LibraryAtWork.StartAsync();
        var (dune, heat) = (at.Film("Dune", 1), at.Film("Heat", 2, SimPicture.Sdr));
        at.Film("Alien", 3);
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        await at.Get<KeepCollections>().RunAsync(dryRun: false, Token);
        var collections = at.Get<IPlexCollections>();
        await collections.AddAsync((await collections.FindAsync(Movies, AllDv, Token))!, [at.Plex.Shelf.KeyOf(heat)], Token);
        at.World.Put(dune with { Copies = [dune.Copies[0] with { Picture = SimPicture.Sdr, Bytes = 1 }] });
        await at.Get<ScanLibrary>().RunAsync(null, Token);

        var done = (await at.Get<KeepCollections>().RunAsync(dryRun: false, Token)).Single(change => change.Title == AllDv);

        Assert.Equal(["Dune (2000)"], done.Removing);
        Assert.Equal((2, 1), (done.Stay, done.Foreign));
        Assert.Equal(2, at.Plex.Collections[AllDv].Count);
        Assert.Contains(at.Plex.Shelf.KeyOf(heat), at.Plex.Collections[AllDv]);
    }

    [Fact]
    public async Task A_second_run_has_nothing_to_do()
    {
        await using var at = await LibraryAtWork.StartAsync();
        at.Film("Dune", 1);
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        await at.Get<KeepCollections>().RunAsync(dryRun: false, Token);

        var again = await at.Get<KeepCollections>().RunAsync(dryRun: true, Token);

        Assert.All(again, change => Assert.Equal((0, 0), (change.Add, change.Remove)));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_film_that_was_marked_joins_the_fel_collection_as_the_setting_says(bool marked, int films)
    {
        await using var at = await LibraryAtWork.StartAsync();
        at.Film("Dune", 1, SimPicture.P7Fel);
        await at.Get<ScanLibrary>().RunAsync(null, Token);
        var copy = (await at.Library.AllAsync(Token))[0].Copies[0];
        await at.Library.MarkAsync(copy.Id, FelScanner.Core.Domain.Quality.EnhancementLayer.Fel, "Ada", Token);
        at.Settings.Become(at.Settings.Current with { Plex = at.Settings.Current.Plex with { CollectionFelMarked = marked } });

        var told = await at.Get<KeepCollections>().RunAsync(dryRun: true, Token);

        Assert.Equal(films, told.Single(change => change.Title == "DV FEL Profile 7").Add);
    }
}
