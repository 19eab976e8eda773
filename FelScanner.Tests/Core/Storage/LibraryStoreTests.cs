using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

public sealed class LibraryStoreTests
{
    private static readonly ProbeResult Mel = new() { Container = "mkv", Profile = 7, Layer = EnhancementLayer.Mel, CompatibilityId = 6, Rpus = 5, Reason = "All NLQ values are zero." };

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
        Assert.Equal("f2", (await database.Library.FingerprintsAsync(Token))["100"]);
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
    public async Task Evidence_stays_while_path_and_size_stay_even_under_a_new_plex_key()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Library.StoreAsync([A.PlexFilm("100", A.Film(copies: [A.Copy(A.Quality(profile: 7))]))], Token);
        await database.Library.ProvenAsync(await OnlyCopyAsync(database), Mel, 1, A.Noon, Token);
        await database.Library.RemoveAsync(["100"], Token);

        await database.Library.StoreAsync([A.PlexFilm("300", A.Film(copies: [A.Copy(A.Quality(profile: 7), mediaId: "m9")]))], Token);

        Assert.Equal((EnhancementLayer.Mel, Evidence.Proven), await OnlyLayerAsync(database));
    }

    [Fact]
    public async Task A_file_of_another_size_is_unknown_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Library.StoreAsync([A.PlexFilm("100", A.Film(copies: [A.Copy(A.Quality(profile: 7))]))], Token);
        await database.Library.ProvenAsync(await OnlyCopyAsync(database), Mel, 1, A.Noon, Token);

        await database.Library.StoreAsync([A.PlexFilm("100", A.Film(copies: [A.Copy(A.Quality(profile: 7, bytes: 99))]))], Token);

        Assert.Equal((EnhancementLayer.Unknown, Evidence.None), await OnlyLayerAsync(database));
        Assert.Equal(1, await database.Library.CountToProbeAsync(Token));
    }

    [Fact]
    public async Task The_files_own_word_beats_the_owners_and_the_owners_beats_plex()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Library.StoreAsync([A.PlexFilm("100", A.Film(copies: [A.Copy(A.Quality(profile: 7, evidence: Evidence.Plex))]))], Token);
        var copy = await OnlyCopyAsync(database);

        await database.Library.MarkAsync(copy, EnhancementLayer.Fel, "Ada", Token);
        var marked = await OnlyLayerAsync(database);
        var replaced = await database.Library.ProvenAsync(copy, Mel, 1, A.Noon, Token);
        var again = await database.Library.ProvenAsync(copy, Mel, 1, A.Noon, Token);
        var proven = await OnlyLayerAsync(database);

        Assert.Equal(((EnhancementLayer.Fel, Evidence.Marked), (EnhancementLayer.Mel, Evidence.Proven)), (marked, proven));
        var notes = (await database.Library.AllAsync(Token)).Single().Copies[0].Notes;
        Assert.Equal([Evidence.Proven, Evidence.Marked], notes.Select(note => note.Evidence));
        Assert.Equal(("Ada", (string?)null), (replaced, again));
        Assert.Contains("replaces the mark by Ada", notes[0].Reason, StringComparison.Ordinal);
        Assert.Contains("answered since", notes[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_may_take_a_mark_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Library.StoreAsync([A.PlexFilm("100", A.Film(copies: [A.Copy(A.Quality(profile: 7, evidence: Evidence.Plex))]))], Token);
        var copy = await OnlyCopyAsync(database);
        await database.Library.MarkAsync(copy, EnhancementLayer.Fel, "Ada", Token);

        await database.Library.MarkAsync(copy, null, "Ada", Token);

        Assert.Equal((EnhancementLayer.Unknown, Evidence.Plex), await OnlyLayerAsync(database));
        Assert.False(await database.Library.MarkAsync(4711, EnhancementLayer.Fel, "Ada", Token));
    }

    [Fact]
    public async Task A_head_of_a_file_proves_fel_and_never_mel()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Library.StoreAsync([A.PlexFilm("100", A.Film(copies: [A.Copy(A.Quality(profile: 7, evidence: Evidence.Plex))]))], Token);
        var copy = await OnlyCopyAsync(database);

        await database.Library.ProvenAsync(copy, Mel with { Complete = false }, 1, A.Noon, Token);
        var afterMel = await OnlyLayerAsync(database);
        await database.Library.ProvenAsync(copy, Mel with { Complete = false, Layer = EnhancementLayer.Fel }, 1, A.Noon, Token);

        Assert.Equal(((EnhancementLayer.Unknown, Evidence.Plex), (EnhancementLayer.Fel, Evidence.Proven)), (afterMel, await OnlyLayerAsync(database)));
    }

    [Fact]
    public async Task Profile_seven_is_probed_first_and_what_was_read_not_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Library.StoreAsync(
            [
                A.PlexFilm("1", A.Film("Small", 2000, 1, null, A.Copy(A.Quality(Resolution.P1080), "/small"))),
                A.PlexFilm("2", A.Film("Eight", 2000, 2, null, A.Copy(A.Quality(profile: 8), "/eight"))),
                A.PlexFilm("3", A.Film("Seven", 2000, 3, null, A.Copy(A.Quality(profile: 7), "/seven"))),
            ], Token);

        var queue = await database.Library.ToProbeAsync(10, Token);
        await database.Library.ProvenAsync(queue[0].CopyId, Mel, 1, A.Noon, Token);

        Assert.Equal(["/seven", "/eight"], queue.Select(copy => copy.Path));
        Assert.Equal(["/eight"], (await database.Library.ToProbeAsync(10, Token)).Select(copy => copy.Path));
    }

    [Fact]
    public async Task An_unreadable_file_is_listed_and_tried_again_a_day_later()
    {
        var clock = new StillClock(A.Noon);
        await using var database = await TestDatabase.CreateAsync(clock);
        await database.Library.StoreAsync([A.PlexFilm("100", A.Film(copies: [A.Copy(A.Quality(profile: 7))]))], Token);

        await database.Library.ProvenAsync(await OnlyCopyAsync(database), new() { Container = "unknown", Reason = "It is not there.", Opened = false, Complete = false }, 0, A.Noon, Token);
        var now = await database.Library.CountToProbeAsync(Token);
        clock.Now = A.Noon.AddHours(25);

        Assert.Equal((0, 1), (now, await database.Library.CountToProbeAsync(Token)));
        Assert.Equal(1, (await database.Library.PageAsync(new("unreadable"), 1, 50, Token)).Total);
    }

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
    [InlineData("no such word", 0)]
    [InlineData(null, 8)]
    public async Task Each_filter_lists_its_films(string? kind, int films)
    {
        await using var database = await TestDatabase.CreateAsync();
        await StoreZooAsync(database);

        Assert.Equal(films, (await database.Library.PageAsync(new(kind), 1, 50, Token)).Total);
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
    public async Task Scans_are_told_newest_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        var scan = new ScanRecord(A.Noon, A.Noon.AddSeconds(3), "done", 10, 1, 2, 3, null);

        await database.Library.AddScanAsync(scan, Token);
        await database.Library.AddScanAsync(scan with { Seen = 11 }, Token);

        Assert.Equal([scan with { Seen = 11 }], await database.Library.ScansAsync(1, Token));
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

    private static async Task<long> OnlyCopyAsync(TestDatabase database) => (await database.Library.AllAsync(Token)).Single().Copies.Single().Id;

    private static async Task<(EnhancementLayer Layer, Evidence Evidence)> OnlyLayerAsync(TestDatabase database) =>
        (await database.Library.AllAsync(Token)).Single().Copies.Single().Quality is var quality ? (quality.Layer, quality.Evidence) : default;
}
