using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

/// <summary>Films as Plex's items make them.</summary>
public sealed class LibraryStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_comes_back_with_everything_that_is_known_of_its_copies()
    {
        await using var database = await TestDatabase.CreateAsync();
        var film = A.Film() with { OtherTitles = ["Dune: Part One"] };

        await database.Library.StoreAsync([A.PlexFilm("100", film)], Token);

        var stored = (await database.Library.AllAsync(Token)).Single();
        Assert.Equivalent(film with { Id = stored.Id, PlexKeys = ["100"], Copies = [film.Copies[0] with { Id = stored.Copies[0].Id, PlexKey = "100" }] }, stored, strict: true);
        Assert.Equivalent(stored, await database.Library.FindAsync(stored.Id, Token), strict: true);
    }

    [Fact]
    public async Task Items_of_two_libraries_with_one_id_are_one_film()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.Library.StoreAsync(
            [A.PlexFilm("100", A.Film(copies: [A.Copy(path: "/a.mkv")])), A.PlexFilm("200", A.Film(title: "Dune: Teil Eins", imdbId: null, copies: [A.Copy(path: "/b.mkv", library: "4K")]), section: "2")], Token);

        var film = (await database.Library.AllAsync(Token)).Single();
        Assert.Equal(["100", "200"], film.PlexKeys);
        Assert.Equal(["/a.mkv", "/b.mkv"], film.Copies.Select(copy => copy.Path));
        Assert.Equal(["Dune: Teil Eins"], film.OtherTitles);
    }

    [Fact]
    public async Task A_later_item_joins_the_film_that_is_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Library.StoreAsync([A.PlexFilm("100", A.Film(tmdbId: null))], Token);

        await database.Library.StoreAsync([A.PlexFilm("200", A.Film(copies: [A.Copy(path: "/b.mkv")]), section: "2")], Token);

        Assert.Equal(2, (await database.Library.AllAsync(Token)).Single().Copies.Count);
    }

    [Fact]
    public async Task Films_without_any_id_are_one_by_title_and_year()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.Library.StoreAsync(
            [
                A.PlexFilm("1", A.Film("Amélie", 2001, null, null, A.Copy(path: "/a"))), A.PlexFilm("2", A.Film("AMELIE", 2001, null, null, A.Copy(path: "/b"))),
                A.PlexFilm("3", A.Film("Amélie", 2011, null, null, A.Copy(path: "/c"))),
            ], Token);

        Assert.Equal([2, 1], (await database.Library.AllAsync(Token)).Select(film => film.Copies.Count));
    }

    [Fact]
    public async Task A_file_that_two_libraries_cover_is_one_copy()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.Library.StoreAsync([A.PlexFilm("100"), A.PlexFilm("200", section: "2")], Token);

        Assert.Single((await database.Library.AllAsync(Token)).Single().Copies);
        Assert.Equal(0, (await database.Library.PageAsync(new("duplicates"), 1, 50, Token)).Total);
    }

    [Fact]
    public async Task Only_films_that_changed_are_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.Library.StoreAsync([A.PlexFilm("100"), A.PlexFilm("200", A.Film("Heat", 1995, 949, "tt0113277"))], Token);

        var again = await database.Library.StoreAsync(
            [A.PlexFilm("100", fingerprint: "f2"), A.PlexFilm("200", A.Film("Heat", 1995, 949, "tt0113277", A.Copy(A.Quality(profile: 8))))], Token);

        Assert.Equal(2, first.Count);
        Assert.Equal([first[1]], again);
        Assert.Equal("f2", (await database.Library.KnownAsync(Token))["100"].Fingerprint);
    }

    [Fact]
    public async Task An_item_that_plex_matched_anew_moves_to_its_film()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Library.StoreAsync([A.PlexFilm("100"), A.PlexFilm("200", A.Film("Heat", 1995, 949, "tt0113277", A.Copy(path: "/heat.mkv")))], Token);

        await database.Library.StoreAsync([A.PlexFilm("200", A.Film(copies: [A.Copy(path: "/heat.mkv")]))], Token);

        Assert.Equal(["Dune"], (await database.Library.AllAsync(Token)).Select(film => film.Title));
    }

    [Fact]
    public async Task A_removed_item_takes_its_copies_and_the_last_one_the_film()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ids = await database.Library.StoreAsync([A.PlexFilm("100"), A.PlexFilm("200", A.Film(copies: [A.Copy(path: "/b.mkv")]))], Token);

        var changed = await database.Library.RemoveAsync(["100"], Token);
        var left = (await database.Library.AllAsync(Token)).Single();
        await database.Library.RemoveAsync(["200"], Token);

        Assert.Equal(ids, changed);
        Assert.Equal(["/b.mkv"], left.Copies.Select(copy => copy.Path));
        Assert.Empty(await database.Library.AllAsync(Token));
    }

    [Fact]
    public async Task Scans_are_told_newest_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        var scan = new ScanRecord(A.Noon, A.Noon.AddSeconds(3), "done", 10, 1, 2, 3, null);

        await database.Library.AddScanAsync(scan, Token);
        await database.Library.AddScanAsync(scan with { Seen = 11 }, Token);

        Assert.Equal([scan with { Seen = 11 }], await database.Library.ScansAsync(1, Token));
    }
}
