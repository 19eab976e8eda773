using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Core.Domain.DolbyVision.Writers;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Tests.Core.Domain.DolbyVision;

public sealed class ContainerTests
{
    private const int Pictures = 60;

    public static TheoryData<string> Names => [.. Containers.All.Keys];

    /// <summary>Those whose own structure does not claim Dolby Vision.</summary>
    public static TheoryData<string> BareNames => [.. Containers.All.Keys.Where(name => !name.Contains("descriptor", StringComparison.Ordinal) && !name.Contains("streams", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_full_layer_is_found_in_every_container(string name) => Expect(name, RpuRecipe.Fel, 7, EnhancementLayer.Fel);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_minimal_layer_is_found_in_every_container(string name) => Expect(name, RpuRecipe.Mel, 7, EnhancementLayer.Mel);

    [Theory]
    [MemberData(nameof(Names))]
    public void Profile_8_has_no_layer_in_any_container(string name) => Expect(name, RpuRecipe.Profile8, 8, EnhancementLayer.None);

    [Theory]
    [MemberData(nameof(Names))]
    public void Profile_5_has_no_layer_in_any_container(string name) => Expect(name, RpuRecipe.Profile5, 5, EnhancementLayer.None);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_layer_of_profile_4_is_neither(string name) => Expect(name, RpuRecipe.Profile4, 4, EnhancementLayer.Unknown);

    [Theory]
    [MemberData(nameof(Names))]
    public void Damaged_rpus_prove_nothing(string name)
    {
        var result = Probe(name, Picture.Film(Pictures, RpuRecipe.Fel with { BadChecksum = true }));

        Assert.Equal((EnhancementLayer.Unknown, 0), (result.Layer, result.Rpus));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_few_full_frames_in_a_short_film_are_enough(string name)
    {
        var film = Picture.Film(Pictures, RpuRecipe.Mel);
        // Three of a kind, because frames of one fixed-size lace are equally long.
        foreach (var at in (int[])[51, 52, 53])
            film[at] = Picture.With(RpuRecipe.Fel);

        Assert.Equal(EnhancementLayer.Fel, Probe(name, film).Layer);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Hdr10_plus_is_noticed_in_every_container(string name)
    {
        byte[][] picture = [Picture.AccessUnitDelimiter, Picture.Hdr10PlusMessage, Picture.Slice(300), RpuWriter.Nal(RpuRecipe.Profile8)];

        Assert.True(Probe(name, [picture, picture, picture]).Hdr10Plus);
    }

    [Theory]
    [MemberData(nameof(BareNames))]
    public void A_film_without_rpus_has_no_layer(string name)
    {
        var result = Probe(name, Picture.Film(Pictures, null));

        Assert.Equal((EnhancementLayer.None, (int?)null), (result.Layer, result.Profile));
    }

    private static void Expect(string name, RpuRecipe recipe, int profile, EnhancementLayer layer)
    {
        var result = Probe(name, Picture.Film(Pictures, recipe));

        Assert.Equal((Containers.All[name].Container, (int?)profile, layer, Pictures), (result.Container, result.Profile, result.Layer, result.Rpus));
    }

    private static ProbeResult Probe(string name, byte[][][] film) =>
        MediaProbe.Probe(new MemoryStream(Containers.All[name].Write(film)), name, cancellationToken: TestContext.Current.CancellationToken);
}
