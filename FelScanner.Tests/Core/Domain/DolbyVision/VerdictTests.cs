using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Core.Domain.DolbyVision.Writers;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Tests.Core.Domain.DolbyVision;

public sealed class VerdictTests
{
    [Fact]
    public void The_rpu_wins_over_the_containers_record()
    {
        var file = new MatroskaWriter { Record = Picture.Record(8, layer: false, compatibility: 1) }.Write(Picture.Film(30, RpuRecipe.Fel));

        var result = Probe(file);

        Assert.Equal((7, EnhancementLayer.Fel, (int?)null), (result.Profile, result.Layer, result.CompatibilityId));
        Assert.Contains("record says profile 8", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, 6)]
    [InlineData(8, 1)]
    [InlineData(8, 4)]
    [InlineData(5, 0)]
    public void The_compatibility_id_comes_from_the_record(int profile, int compatibility)
    {
        var recipe = profile switch { 7 => RpuRecipe.Fel, 8 => RpuRecipe.Profile8, _ => RpuRecipe.Profile5 };
        var record = Picture.Record(profile, layer: profile == 7, compatibility);

        var files = new[] { new MatroskaWriter { Record = record }.Write(Picture.Film(5, recipe)), new Mp4Writer { Record = record }.Write(Picture.Film(5, recipe)) };

        Assert.All(files, file => Assert.Equal(compatibility, Probe(file).CompatibilityId));
    }

    [Fact]
    public void The_descriptor_of_a_discs_second_stream_is_read()
    {
        var writer = new TransportStreamWriter { Bluray = true, TwoStreams = true, Descriptor = [1, 0, 0x0E, 0x36, 0x80, 0x8F, 0x6F] };

        Assert.Equal(6, Probe(writer.Write(Picture.Film(5, RpuRecipe.Mel))).CompatibilityId);
    }

    [Fact]
    public void A_record_without_any_rpu_is_unknown()
    {
        var file = new MatroskaWriter { Record = Picture.Record(7, layer: true, compatibility: 6) }.Write(Picture.Film(30, null));

        var result = Probe(file);

        Assert.Equal((7, EnhancementLayer.Unknown), (result.Profile, result.Layer));
    }

    [Fact]
    public void The_record_of_an_av1_film_is_enough()
    {
        var file = new MatroskaWriter { Codec = "V_AV1", Record = Picture.Record(10, layer: false, compatibility: 1) }.Write(Picture.Film(5, null));

        var result = Probe(file);

        Assert.Equal((10, EnhancementLayer.None, 1), (result.Profile, result.Layer, result.CompatibilityId));
    }

    [Fact]
    public void A_film_in_another_codec_has_no_layer()
    {
        var result = Probe(new Mp4Writer { Codec = "avc1" }.Write(Picture.Film(5, null)));

        Assert.Equal((null, EnhancementLayer.None), (result.Profile, result.Layer));
    }

    [Fact]
    public void An_encrypted_film_is_unknown()
    {
        Assert.Equal(EnhancementLayer.Unknown, Probe(new Mp4Writer { Codec = "encv" }.Write(Picture.Film(5, RpuRecipe.Fel))).Layer);
    }

    [Fact]
    public void Rpus_in_floating_point_are_unknown()
    {
        var result = Probe(Picture.Dump(Enumerable.Repeat(RpuRecipe.Mel with { FloatingPoint = true }, 5)));

        Assert.Equal((7, EnhancementLayer.Unknown), (result.Profile, result.Layer));
    }

    [Fact]
    public void One_rpu_of_a_short_dump_is_enough()
    {
        var result = Probe(Picture.Dump([RpuRecipe.Mel]));

        Assert.Equal(("rpu", EnhancementLayer.Mel, 1), (result.Container, result.Layer, result.Rpus));
    }

    [Fact]
    public void Frames_that_refer_to_earlier_ones_do_not_disturb()
    {
        var film = Picture.Film(30, RpuRecipe.Mel with { UsesEarlier = true });
        film[^1] = Picture.With(RpuRecipe.Mel);

        Assert.Equal(EnhancementLayer.Mel, Probe(new MatroskaWriter().Write(film)).Layer);
    }

    [Fact]
    public void Damaged_rpus_among_good_ones_are_passed_over()
    {
        var dump = Picture.Dump([RpuRecipe.Mel, RpuRecipe.Fel with { BadChecksum = true }, RpuRecipe.Mel]);

        var result = Probe(dump);

        Assert.Equal((EnhancementLayer.Mel, 2), (result.Layer, result.Rpus));
    }

    [Fact]
    public void A_raw_stream_may_have_zeros_behind_its_units()
    {
        var film = Picture.Film(5, RpuRecipe.Fel with { TrailingZeros = 3 });

        Assert.Equal(5, Probe(Picture.AnnexB(film)).Rpus);
    }

    [Theory]
    [InlineData("mkv")]
    [InlineData("mp4, movie first")]
    [InlineData("mp4, fragments")]
    public void A_file_that_is_cut_short_never_proves_a_minimal_layer(string name)
    {
        var file = Containers.All[name].Write(Picture.Film(60, RpuRecipe.Mel));

        var result = Probe(file[..(file.Length * 2 / 3)]);

        Assert.Equal((7, EnhancementLayer.Unknown), (result.Profile, result.Layer));
    }

    [Fact]
    public void A_file_that_is_cut_short_can_prove_a_full_layer()
    {
        var file = new MatroskaWriter().Write(Picture.Film(60, RpuRecipe.Fel));

        Assert.Equal(EnhancementLayer.Fel, Probe(file[..(file.Length * 2 / 3)]).Layer);
    }

    [Fact]
    public void A_file_whose_reading_fails_is_unknown()
    {
        using var stream = new FailingStream();

        var result = MediaProbe.Probe(stream, "film.mkv", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(EnhancementLayer.Unknown, result.Layer);
        Assert.Contains("drive", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Subtitles and such")]
    [InlineData("\u001aEߣ")]
    public void What_is_no_film_is_unknown_with_a_remedy(string text)
    {
        var result = Probe(System.Text.Encoding.Latin1.GetBytes(text));

        Assert.Equal(("unknown", EnhancementLayer.Unknown), (result.Container, result.Layer));
        Assert.Contains(':', result.Reason);
    }

    private static ProbeResult Probe(byte[] file) =>
        MediaProbe.Probe(new MemoryStream(file), "film", cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>A mount that has vanished.</summary>
    private sealed class FailingStream : MemoryStream
    {
        public FailingStream()
            : base(new byte[4096])
        {
        }

        public override int Read(Span<byte> buffer) => throw new IOException("Stale file handle");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("Stale file handle");
    }
}
