using FelScanner.Core.Domain.DolbyVision.Bitstream;
using FelScanner.Tests.Core.Domain.DolbyVision.Writers;
using FelScanner.Web.Demo.Media;

namespace FelScanner.Tests.Core.Domain.DolbyVision.Bitstream;

public sealed class RpuParserTests
{
    public static TheoryData<string> Recipes => [.. Table.Keys];

    private static readonly Dictionary<string, (RpuRecipe Recipe, string Kind, int? Profile)> Table = new()
    {
        ["full layer"] = (RpuRecipe.Fel, "Fel", 7),
        ["minimal layer"] = (RpuRecipe.Mel, "Mel", 7),
        ["profile 4"] = (RpuRecipe.Profile4, "OtherLayer", 4),
        ["profile 5"] = (RpuRecipe.Profile5, "NoLayer", 5),
        ["profile 8"] = (RpuRecipe.Profile8, "NoLayer", 8),
        ["full layer behind many polynomials"] = (RpuRecipe.Fel with { Pieces = 8 }, "Fel", 7),
        ["minimal layer behind many polynomials"] = (RpuRecipe.Mel with { Pieces = 8 }, "Mel", 7),
        ["full layer behind regressions of order 1"] = (RpuRecipe.Fel with { RegressionOrder = 1 }, "Fel", 7),
        ["minimal layer behind regressions of order 2"] = (RpuRecipe.Mel with { RegressionOrder = 2 }, "Mel", 7),
        ["minimal layer behind regressions of order 3"] = (RpuRecipe.Mel with { RegressionOrder = 3, Pieces = 4 }, "Mel", 7),
        ["only an offset"] = (RpuRecipe.Mel with { Offset = 1 }, "Fel", 7),
        ["only a fraction of the maximum"] = (RpuRecipe.Mel with { Maximum = 1 }, "Fel", 7),
        ["a maximum of two"] = (RpuRecipe.Mel with { MaximumWhole = 2 }, "Fel", 7),
        ["only a slope"] = (RpuRecipe.Mel with { Slope = 1 }, "Fel", 7),
        ["only a threshold"] = (RpuRecipe.Mel with { Threshold = 1 }, "Fel", 7),
        ["full in the last component alone"] = (RpuRecipe.Fel with { OnlyComponent = 2 }, "Fel", 7),
        ["refers to an earlier frame"] = (RpuRecipe.Fel with { UsesEarlier = true }, "RefersToEarlier", 7),
        ["profile 8 that refers to an earlier frame"] = (RpuRecipe.Profile8 with { UsesEarlier = true }, "NoLayer", 8),
        ["floating point"] = (RpuRecipe.Mel with { FloatingPoint = true }, "FloatingPoint", 7),
        ["escape bytes all over"] = (RpuRecipe.Mel with { Tail = new byte[200] }, "Mel", 7),
        ["escapes before values up to three"] = (RpuRecipe.Fel with { Tail = [.. Enumerable.Range(0, 60).SelectMany(at => (byte[])[0, 0, (byte)(at % 4)])] }, "Fel", 7),
        ["zeros behind the end"] = (RpuRecipe.Mel with { TrailingZeros = 5 }, "Mel", 7),
        ["a wrong checksum"] = (RpuRecipe.Fel with { BadChecksum = true }, "Damaged", null),
        ["neither profile"] = (RpuRecipe.Profile5 with { FullRange = false }, "OtherLayer", 0),
    };

    [Theory]
    [MemberData(nameof(Recipes))]
    public void An_rpu_is_told_by_its_bits(string name)
    {
        var (recipe, kind, profile) = Table[name];

        var rpu = RpuParser.Parse(RpuWriter.Payload(recipe));

        Assert.Equal((kind, profile), (rpu.Kind.ToString(), rpu.Profile));
    }

    [Fact]
    public void The_numbers_that_decided_are_kept()
    {
        var rpu = RpuParser.Parse(RpuWriter.Payload(RpuRecipe.Fel));

        Assert.Equal(new DeadZone(512, 0, 1048576, 0, 2048, 0, 0), rpu.Quantisation?.First);
    }

    [Fact]
    public void An_rpu_cut_anywhere_is_damaged()
    {
        var whole = RpuWriter.Payload(RpuRecipe.Fel);

        var kinds = Enumerable.Range(0, whole.Length).Select(length => RpuParser.Parse(whole.AsSpan(0, length)).Kind);

        Assert.All(kinds, kind => Assert.Equal(RpuKind.Damaged, kind));
    }

    [Fact]
    public void A_single_wrong_bit_is_noticed()
    {
        var whole = RpuWriter.Payload(RpuRecipe.Fel);

        var kinds = Enumerable.Range(0, whole.Length * 8).Select(bit =>
        {
            var wrong = whole.ToArray();
            wrong[bit / 8] ^= (byte)(1 << (bit % 8));
            return RpuParser.Parse(wrong).Kind;
        });

        Assert.All(kinds, kind => Assert.Equal(RpuKind.Damaged, kind));
    }

    [Fact]
    public void The_checksum_is_that_of_mpeg_2()
    {
        // The check value of CRC-32/MPEG-2 in the catalogue of parametrised CRC algorithms.
        Assert.Equal(0x0376E6E7u, Crc32Mpeg2.Of("123456789"u8));
    }
}
