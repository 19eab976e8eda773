using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

public sealed class ReleaseStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_is_found_again_by_its_hash_whatever_its_name()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Releases.RememberAsync(A.Release("One", hash: "ABC"), false, Token);

        var again = await database.Releases.RememberAsync(A.Release("Two", feed: "other", hash: "abc", bytes: 1), false, Token);

        Assert.False(again.IsNew);
    }

    [Fact]
    public async Task A_release_is_found_again_by_its_feeds_id()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Releases.RememberAsync(A.Release("One", feedId: "42"), false, Token);

        var again = await database.Releases.RememberAsync(A.Release("One v2", feedId: "42", bytes: 1), false, Token);
        var elsewhere = await database.Releases.RememberAsync(A.Release("Something else", feed: "other", feedId: "42"), false, Token);

        Assert.False(again.IsNew);
        Assert.True(elsewhere.IsNew);
    }

    [Theory]
    [InlineData("Dune.2021.2160p-GRP", "Dune 2021 2160p-GRP.mkv", 100_000, 100_900, false)]
    [InlineData("Dune.2021.2160p-GRP", "dune_2021_2160P GRP", 100_000, 99_100, false)]
    [InlineData("Dune.2021.2160p-GRP", "Dune.2021.2160p-GRP", 100_000, 102_000, true)]
    [InlineData("Dune.2021.2160p-GRP", "Dune.2021.2160p-OTHER", 100_000, 100_000, true)]
    public async Task A_release_is_found_again_by_name_and_size(string first, string second, long firstBytes, long secondBytes, bool isNew)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Releases.RememberAsync(A.Release(first, feed: "one", bytes: firstBytes), false, Token);

        var remembered = await database.Releases.RememberAsync(A.Release(second, feed: "two", bytes: secondBytes), false, Token);

        Assert.Equal(isNew, remembered.IsNew);
    }

    [Fact]
    public async Task A_known_release_takes_over_what_it_lacked_and_its_seeders()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Releases.RememberAsync(A.Release(url: null), false, Token);

        var again = await database.Releases.RememberAsync(A.Release(hash: "abc", seeders: 99) with { Description = "BL+EL+RPU", LastSeen = A.Noon.AddDays(1) }, false, Token);

        Assert.Equal(
            ("abc", "BL+EL+RPU", 99, A.Noon.AddDays(1), A.Noon, A.Release().Url),
            (again.Release.InfoHash, again.Release.Description, again.Release.Seeders, again.Release.LastSeen, again.Release.FirstSeen, again.Release.Url));
    }

    [Fact]
    public async Task What_was_concluded_comes_back_whole()
    {
        await using var database = await TestDatabase.CreateAsync();
        var release = (await database.Releases.RememberAsync(A.Release(), true, Token)).Release;
        var judged = A.Judged(release, VerdictKind.Unsure, available: true) with { Candidates = [3, 4], FirstReading = true, FilmTitle = "Dune", FilmYear = 2021 };

        await database.Releases.SaveAsync(judged, Token);

        Assert.Equivalent(judged, await database.Releases.FindAsync(release.Id, Token), strict: true);
    }

    [Fact]
    public async Task A_release_that_was_never_judged_waits_to_be()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Releases.RememberAsync(A.Release(), false, Token);

        var again = await database.Releases.RememberAsync(A.Release(), false, Token);

        Assert.Null(again.Judged);
        Assert.Equal(VerdictKind.Error, (await database.Releases.ToJudgeAgainAsync(null, 10, Token)).Single().Verdict.Kind);
    }

    [Fact]
    public async Task An_upgrade_whose_offer_was_cut_off_comes_back_with_the_next_reading()
    {
        await using var database = await TestDatabase.CreateAsync();
        var release = (await database.Releases.RememberAsync(A.Release(), false, Token)).Release;
        await database.Releases.SaveAsync(A.Judged(release, VerdictKind.Notify) with { JudgeAgain = true }, Token);

        var cutOff = await database.Releases.RememberReadingAsync([A.Release()], false, Token);
        await database.Requests.CreateAsync(A.Request(releaseId: release.Id), [], A.Activity(), Token);
        var offered = await database.Releases.RememberReadingAsync([A.Release()], false, Token);

        Assert.Equal(release.Id, Assert.Single(cutOff).Release.Id);
        Assert.Empty(offered);
        Assert.False((await database.Releases.FindAsync(release.Id, Token))!.JudgeAgain);
    }

    [Fact]
    public async Task A_pass_key_is_not_in_the_releases_table()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.Releases.RememberAsync(A.Release(), false, Token);

        Assert.StartsWith("enc:v1:", database.Query("SELECT url FROM releases").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_and_pages_work_together()
    {
        await using var database = await TestDatabase.CreateAsync();
        for (var n = 0; n < 5; n++)
            await SaveAsync(database, $"Dune.Part.{n}.2160p", n % 2 == 0 ? VerdictKind.Notify : VerdictKind.Skip, filmId: n);

        var page = await database.Releases.PageAsync(new ReleaseFilter(Verdict: "notify", Query: "part dune"), 1, 2, Token);

        Assert.Equal(3, page.Total);
        Assert.Equal(["Dune.Part.4.2160p", "Dune.Part.2.2160p"], page.Items.Select(judged => judged.Release.Name));
    }

    [Fact]
    public async Task Releases_of_a_changed_film_are_judged_again_candidates_too()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SaveAsync(database, "Taken", VerdictKind.Skip, filmId: 5);
        await SaveAsync(database, "Candidate", VerdictKind.Unsure, filmId: null, candidates: [5, 6]);
        await SaveAsync(database, "Other", VerdictKind.Skip, filmId: 9);

        var again = await database.Releases.ToJudgeAgainAsync([5], 10, Token);

        Assert.Equal(["Candidate", "Taken"], again.Select(judged => judged.Release.Name));
    }

    [Fact]
    public async Task Counts_and_feeds_are_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SaveAsync(database, "One", VerdictKind.Notify, filmId: 1, available: true);
        await SaveAsync(database, "Two", VerdictKind.Skip, filmId: 1);
        await database.Releases.RememberAsync(A.Release("Three", feed: "push"), false, Token);

        Assert.Equal(new ReleaseCounts(3, 3, 1, 1, 0, 0, 1), await database.Releases.CountsAsync(A.Noon, Token));
        Assert.Equal(["iptorrents", "push"], await database.Releases.FeedsAsync(Token));
    }

    [Fact]
    public async Task A_request_is_remembered_by_its_release_through_later_judgements()
    {
        await using var database = await TestDatabase.CreateAsync();
        var id = await SaveAsync(database, "One", VerdictKind.Notify, filmId: 1, available: true);
        await database.Requests.CreateAsync(A.Request("r1", releaseId: id), [], A.Activity(), Token);

        await database.Releases.SaveAsync((await database.Releases.FindAsync(id, Token))! with { RequestId = null }, Token);

        Assert.Equal("r1", (await database.Releases.FindAsync(id, Token))!.RequestId);
    }

    private static async Task<long> SaveAsync(TestDatabase database, string name, VerdictKind kind, long? filmId, bool available = false, IReadOnlyList<long>? candidates = null)
    {
        var release = (await database.Releases.RememberAsync(A.Release(name), false, Token)).Release;
        await database.Releases.SaveAsync(A.Judged(release, kind, filmId, available) with { Candidates = candidates ?? [] }, Token);
        return release.Id;
    }
}
