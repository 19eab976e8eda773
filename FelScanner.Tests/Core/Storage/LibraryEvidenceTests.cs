using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

/// <summary>What probes and the owner say of a copy, and how long it holds.</summary>
public sealed class LibraryEvidenceTests
{
    private static readonly ProbeResult Mel = new() { Container = "mkv", Profile = 7, Layer = EnhancementLayer.Mel, CompatibilityId = 6, Rpus = 5, Reason = "All NLQ values are zero." };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

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

    private static async Task<long> OnlyCopyAsync(TestDatabase database) => (await database.Library.AllAsync(Token)).Single().Copies.Single().Id;

    private static async Task<(EnhancementLayer Layer, Evidence Evidence)> OnlyLayerAsync(TestDatabase database) =>
        (await database.Library.AllAsync(Token)).Single().Copies.Single().Quality is var quality ? (quality.Layer, quality.Evidence) : default;
}
