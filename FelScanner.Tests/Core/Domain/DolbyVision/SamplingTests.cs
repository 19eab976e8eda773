using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Core.Domain.DolbyVision.Writers;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Tests.Core.Domain.DolbyVision;

public sealed class SamplingTests
{
    private const long HealthyLimit = 24 << 20;

    public static TheoryData<string> Kinds => ["mkv", "m2ts", "mp4"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Eighty_gigabytes_are_judged_by_a_few_megabytes(string kind)
    {
        using var film = Open(kind, RpuRecipe.Mel);

        var result = Probe(film);

        Assert.Equal(EnhancementLayer.Mel, result.Layer);
        Assert.InRange(film.BytesRead, 1, HealthyLimit);
        Assert.InRange(film.Places, 3, 8);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_bytes_read_are_reported(string kind)
    {
        using var film = Open(kind, RpuRecipe.Mel);

        var result = Probe(film);

        Assert.Equal(film.BytesRead, result.BytesRead);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_full_layer_at_the_start_needs_no_other_place(string kind)
    {
        using var film = Open(kind, RpuRecipe.Fel);

        var result = Probe(film);

        Assert.Equal(EnhancementLayer.Fel, result.Layer);
        Assert.InRange(film.BytesRead, 1, 8 << 20);
    }

    [Fact]
    public void A_full_layer_that_only_begins_near_the_end_is_found()
    {
        using var film = LargeFilm.Matroska(RpuRecipe.Mel, later: RpuRecipe.Fel);

        Assert.Equal(EnhancementLayer.Fel, Probe(film).Layer);
    }

    [Fact]
    public void A_film_of_two_kinds_is_not_guessed()
    {
        using var film = LargeFilm.Matroska(RpuRecipe.Mel, later: RpuRecipe.Profile8);

        Assert.Equal(EnhancementLayer.Unknown, Probe(film).Layer);
    }

    [Fact]
    public void A_place_where_frames_refer_to_earlier_ones_is_made_up_for()
    {
        using var film = LargeFilm.Matroska(RpuRecipe.Mel, later: RpuRecipe.Mel with { UsesEarlier = true });

        Assert.Equal(EnhancementLayer.Mel, Probe(film).Layer);
    }

    [Fact]
    public void A_large_file_without_an_index_is_judged_by_the_rpus_alone()
    {
        using var film = LargeFilm.Matroska(RpuRecipe.Mel, cues: false);

        var result = Probe(film);

        Assert.Equal(EnhancementLayer.Mel, result.Layer);
        Assert.InRange(film.BytesRead, 1, 64 << 20);
    }

    [Theory]
    [InlineData("mkv")]
    [InlineData("m2ts")]
    public void The_head_alone_says_mel_only_so_far(string kind)
    {
        using var film = Open(kind, RpuRecipe.Mel);

        var result = Probe(film, ProbeScope.Head(40 << 20));

        Assert.Equal((EnhancementLayer.Mel, false), (result.Layer, result.Complete));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_behind_the_readable_head_is_touched(string kind)
    {
        using var film = new LimitedStream(Open(kind, RpuRecipe.Mel), 3 << 20);

        Probe(film, ProbeScope.Head(3 << 20));

        Assert.False(film.Trespassed);
    }

    [Fact]
    public void A_full_layer_at_the_head_is_proven()
    {
        using var film = LargeFilm.Matroska(RpuRecipe.Fel);

        var result = Probe(film, ProbeScope.Head(40 << 20));

        Assert.Equal((EnhancementLayer.Fel, true), (result.Layer, result.Complete));
    }

    [Fact]
    public void A_head_without_the_index_is_unknown()
    {
        using var film = LargeFilm.Mp4(RpuRecipe.Fel);

        var result = Probe(film, ProbeScope.Head(40 << 20));

        Assert.Equal((EnhancementLayer.Unknown, false), (result.Layer, result.Complete));
    }

    private static SparseStream Open(string kind, RpuRecipe recipe) => kind switch
    {
        "mkv" => LargeFilm.Matroska(recipe),
        "m2ts" => LargeFilm.Bluray(recipe),
        _ => LargeFilm.Mp4(recipe),
    };

    private static ProbeResult Probe(Stream film, ProbeScope scope = default) =>
        MediaProbe.Probe(film, "film", scope, TestContext.Current.CancellationToken);
}
