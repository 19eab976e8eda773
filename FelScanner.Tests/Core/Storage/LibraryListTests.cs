using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

/// <summary>The library page's figures, filters and orders.</summary>
public sealed class LibraryListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_take_each_film_by_its_best_copy()
    {
        await using var database = await TestDatabase.CreateAsync();
        await StoreZooAsync(database);

        var counts = await database.Library.CountsAsync(Token);

        Assert.Equal(new LibraryCounts(8, 9, 5, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 540_000_000_000), counts);
    }

    [Theory]
    [InlineData("fel", 0)]
    [InlineData("fel_told", 1)]
    [InlineData("fel_any", 1)]
    [InlineData("maybe_fel", 1)]
    [InlineData("mel", 1)]
    [InlineData("p8", 1)]
    [InlineData("p5", 1)]
    [InlineData("hdr10plus", 1)]
    [InlineData("hdr10", 1)]
    [InlineData("sdr", 1)]
    [InlineData("dv", 5)]
    [InlineData("atmos", 1)]
    [InlineData("2160p", 7)]
    [InlineData("1080p", 1)]
    [InlineData("duplicates", 1)]
    [InlineData("unreadable", 0)]
    [InlineData("unanalysed", 0)]
    [InlineData("upgradeable", 1)]
    [InlineData("720p", 0)]
    [InlineData("sd", 0)]
    [InlineData("dv,atmos", 1)]
    [InlineData("p8, 2160p", 1)]
    [InlineData("sdr,2160p", 0)]
    [InlineData("not_in_radarr", 0)]
    [InlineData("no such word", 0)]
    [InlineData("dv,no such word", 0)]
    [InlineData("", 8)]
    [InlineData(null, 8)]
    public async Task Each_filter_lists_its_films(string? kind, int films)
    {
        await using var database = await TestDatabase.CreateAsync();
        await StoreZooAsync(database);

        Assert.Equal(films, (await database.Library.PageAsync(new(kind), 1, 50, Token)).Total);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("year")]
    [InlineData("quality")]
    [InlineData("size")]
    [InlineData("bitrate")]
    [InlineData("added")]
    public async Task Pages_of_any_size_are_the_whole_list_each_film_once(string sort)
    {
        await using var database = await TestDatabase.CreateAsync();
        await StoreZooAsync(database);

        foreach (var descending in new[] { false, true })
        {
            var filter = new LibraryFilter(Sort: sort, Descending: descending);
            var whole = (await database.Library.PageAsync(filter, 1, 50, Token)).Items.Select(film => film.Id);
            for (var size = 1; size <= 9; size++)
            {
                List<long> joined = [];
                for (var page = 1; page <= 9; page++)
                    joined.AddRange((await database.Library.PageAsync(filter, page, size, Token)).Items.Select(film => film.Id));
                Assert.Equal(whole, joined);
            }
        }
    }

    [Theory]
    [InlineData("title", false, "Eight")]
    [InlineData("title", true, "Ten Plus")]
    [InlineData("year", false, "Fel")]
    [InlineData("size", true, "Fel")]
    [InlineData("bitrate", false, "Fel")]
    [InlineData("added", false, "Fel")]
    public async Task Films_are_sorted_and_searched_in_the_database(string sort, bool descending, string first)
    {
        await using var database = await TestDatabase.CreateAsync();
        await StoreZooAsync(database);

        var page = await database.Library.PageAsync(new(null, null, sort, descending), 1, 3, Token);

        Assert.Equal((first, 3, 8), (page.Items[0].Title, page.Items.Count, page.Total));
        Assert.Equal(["Ten Plus"], (await database.Library.PageAsync(new(Query: "PLUS ten"), 1, 3, Token)).Items.Select(film => film.Title));
    }

    [Fact]
    public async Task Films_that_radarr_lacks_are_found_by_either_id()
    {
        await using var database = await TestDatabase.CreateAsync();
        await StoreZooAsync(database);
        await database.Library.StoreAsync([A.PlexFilm("99", A.Film("By IMDb", 2020, null, "tt0000099", A.Copy(path: "/imdb"))), A.PlexFilm("98", A.Film("Home video", 2020, null, null, A.Copy(path: "/home")))], Token);

        var page = await database.Library.PageAsync(new("not_in_radarr", InRadarr: new RadarrIds([1, 2, 3, 4, 5, 6, 7], ["tt0000099"])), 1, 50, Token);

        Assert.Equal(["Home video", "Sdr"], page.Items.Select(film => film.Title));
    }

    [Fact]
    public async Task Going_through_the_library_brings_every_film_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Library.StoreAsync([.. Enumerable.Range(1, 1100).Select(n => A.PlexFilm($"{n}", A.Film($"Film {n}", 2000, n, null, A.Copy(path: $"/{n}"))))], Token);

        var each = await database.Library.EachAsync(Token).ToListAsync(Token);

        Assert.Equal((await database.Library.AllAsync(Token)).Select(film => (film.Id, film.Copies.Count)), each.Select(film => (film.Id, film.Copies.Count)));
    }

    private static async Task StoreZooAsync(TestDatabase database)
    {
        (string Title, IReadOnlyList<Copy> Copies)[] zoo =
        [
            ("Fel", [A.Copy(A.Quality(profile: 7, layer: EnhancementLayer.Fel, evidence: Evidence.Told, atmos: true), "/fel"), A.Copy(A.Quality(Resolution.P1080, hdr: HdrKind.Sdr), "/fel-small", "m2")]),
            ("Maybe", [A.Copy(A.Quality(profile: 7, evidence: Evidence.Plex), "/maybe")]),
            ("Mel", [A.Copy(A.Quality(profile: 7, layer: EnhancementLayer.Mel, evidence: Evidence.Told), "/mel")]),
            ("Eight", [A.Copy(A.Quality(profile: 8), "/eight")]),
            ("Five", [A.Copy(A.Quality(profile: 5), "/five")]),
            ("Ten Plus", [A.Copy(A.Quality(hdr: HdrKind.Hdr10Plus), "/plus")]),
            ("Ten", [A.Copy(A.Quality(), "/ten")]),
            ("Sdr", [A.Copy(A.Quality(Resolution.P1080, hdr: HdrKind.Sdr), "/sdr")]),
        ];
        var ids = await database.Library.StoreAsync([.. zoo.Select((film, n) => A.PlexFilm($"{n}", A.Film(film.Title, 2000 + n, n + 1, null, [.. film.Copies])))], Token);
        var release = (await database.Releases.RememberAsync(A.Release(), false, Token)).Release;
        await database.Releases.SaveAsync(A.Judged(release, VerdictKind.Notify, ids[4], available: true), Token);
    }
}
