using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Tests.Core.Domain.Releases;

public sealed class ReleaseEvidenceTests
{
    private const string TwoLayers =
        """
        Video
        HDR format                  : Dolby Vision, Version 1.0, dvhe.07.06, BL+EL+RPU, Blu-ray compatible / SMPTE ST 2086, HDR10 compatible
        Width                       : 3 840 pixels
        Height                      : 2 160 pixels
        Audio
        Format                      : MLP FBA 16-ch
        Commercial name             : Dolby TrueHD with Dolby Atmos
        """;

    [Theory]
    [InlineData("Movie 2021 2160p UHD BluRay REMUX DV FEL HDR HEVC-GRP", 7, EnhancementLayer.Fel, Evidence.Told)]
    [InlineData("Movie 2021 2160p UHD BluRay REMUX DV MEL HDR HEVC-GRP", 7, EnhancementLayer.Mel, Evidence.Told)]
    [InlineData("Movie 2021 2160p DV FEL BL+EL+RPU", 7, EnhancementLayer.Fel, Evidence.Told)]
    [InlineData("Movie 2021 2160p UHD BluRay REMUX DV P7 HDR HEVC-GRP", 7, EnhancementLayer.Unknown, Evidence.ProfileTold)]
    [InlineData("Movie 2021 2160p UHD BluRay HYBRID REMUX DV P7 HDR HEVC-GRP", 7, EnhancementLayer.Unknown, Evidence.ProfileTold)]
    [InlineData("Movie 2021 2160p BluRay REMUX DV HDR HEVC-GRP", 7, EnhancementLayer.Unknown, Evidence.Inferred)]
    [InlineData("Movie 2021 UHD Remux DV HEVC-GRP", 7, EnhancementLayer.Unknown, Evidence.Inferred)]
    [InlineData("Movie 2021 2160p UHD BluRay HYBRID REMUX DV HDR HEVC-GRP", 8, EnhancementLayer.None, Evidence.Inferred)]
    [InlineData("Movie 2021 2160p UHD BluRay REMUX DV HDR HEVC MP4-GRP", 8, EnhancementLayer.None, Evidence.Inferred)]
    [InlineData("Movie 2021 2160p UHD BluRay DV HDR HEVC-GRP", 8, EnhancementLayer.None, Evidence.Inferred)]
    [InlineData("Movie 2021 2160p UHD BluRay x265 DV P7 FEL HDR-GRP", 8, EnhancementLayer.None, Evidence.Inferred)]
    [InlineData("Movie 2021 2160p UHD BluRay AV1 DV FEL-GRP", 8, EnhancementLayer.None, Evidence.Inferred)]
    [InlineData("Movie 2021 2160p WEB-DL DV H265-GRP", 5, EnhancementLayer.None, Evidence.Inferred)]
    [InlineData("Movie 2021 2160p WEB-DL DV HDR H265-GRP", 8, EnhancementLayer.None, Evidence.Inferred)]
    [InlineData("Movie 2021 2160p WEB-DL DV P5 HDR H265-GRP", 5, EnhancementLayer.None, Evidence.ProfileTold)]
    [InlineData("Movie 2021 2160p WEB-DL DV P8 H265-GRP", 8, EnhancementLayer.None, Evidence.ProfileTold)]
    [InlineData("Movie 2021 2160p WEB-DL DV P7 FEL H265-GRP", 5, EnhancementLayer.None, Evidence.Inferred)]
    [InlineData("Movie 2021 2160p WEB-DL DV P7 FEL HDR H265-GRP", 8, EnhancementLayer.None, Evidence.Inferred)]
    public void A_name_is_graded_by_what_its_kind_of_release_can_be(string name, int profile, EnhancementLayer layer, Evidence evidence)
    {
        var quality = ReleaseEvidence.Read(ReleaseNameParser.Parse(name), null, null, null);

        Assert.Equal((profile, layer, evidence), (quality.Profile, quality.Layer, quality.Evidence));
    }

    [Fact]
    public void A_MediaInfo_block_tells_profile_7_but_not_its_layer()
    {
        var quality = Read("Movie 2021 2160p UHD BluRay HEVC-GRP", TwoLayers);

        Assert.Equal((7, EnhancementLayer.Unknown, Evidence.ProfileTold), (quality.Profile, quality.Layer, quality.Evidence));
    }

    [Fact]
    public void A_MediaInfo_block_tells_sound_and_lines()
    {
        var quality = Read("Movie 2021 REMUX-GRP", TwoLayers);

        Assert.Equal((Resolution.P2160, "truehd", true), (quality.Resolution, quality.Audio, quality.Atmos));
    }

    [Fact]
    public void A_search_for_two_layers_tells_profile_7()
    {
        var quality = ReleaseEvidence.Read(ReleaseNameParser.Parse("Movie 2021 2160p UHD BluRay REMUX HEVC-GRP"), null, "BL+EL+RPU", null);

        Assert.Equal((true, 7, Evidence.ProfileTold), (quality.DolbyVision, quality.Profile, quality.Evidence));
    }

    [Theory]
    [InlineData("Movie 2021 2160p WEB-DL DV HDR H265-GRP")]
    [InlineData("Movie 2021 2160p UHD BluRay DV HDR x265-GRP")]
    public void A_search_for_two_layers_makes_no_FEL_of_a_web_source_or_re_encode(string name)
    {
        var quality = ReleaseEvidence.Read(ReleaseNameParser.Parse(name), null, "BL+EL+RPU", null);

        Assert.Equal(8, quality.Profile);
    }

    [Theory]
    [InlineData("Dolby Vision Profile 7 FEL, checked with dovi_tool", EnhancementLayer.Fel)]
    [InlineData("Dolby Vision: P7 MEL", EnhancementLayer.Mel)]
    [InlineData("Dolby Vision, Full Enhancement Layer", EnhancementLayer.Fel)]
    [InlineData("Dolby Vision, dvhe.07.06, BL+EL+RPU. FEL or MEL? I do not know.", EnhancementLayer.Unknown)]
    [InlineData("Dolby Vision, dvhe.07.06. Not FEL", EnhancementLayer.Unknown)]
    [InlineData("Dolby Vision BL+EL+RPU, FEL: no", EnhancementLayer.Unknown)]
    public void A_description_tells_the_layer_only_without_a_doubt(string description, EnhancementLayer expected)
    {
        var quality = Read("Movie 2021 2160p UHD BluRay REMUX DV HEVC-GRP", description);

        Assert.Equal(expected, quality.Layer);
    }

    [Fact]
    public void A_measured_profile_8_beats_a_name_that_says_FEL()
    {
        var quality = Read("Movie 2021 2160p UHD BluRay REMUX DV FEL HEVC-GRP", "Dolby Vision, Version 1.0, dvhe.08.06, BL+RPU, HDR10 compatible");

        Assert.Equal((8, EnhancementLayer.None), (quality.Profile, quality.Layer));
    }

    [Fact]
    public void A_name_and_a_description_that_contradict_each_other_leave_the_layer_unknown()
    {
        var quality = Read("Movie 2021 2160p UHD BluRay REMUX DV FEL HEVC-GRP", "Dolby Vision profile 7 MEL");

        Assert.Equal((7, EnhancementLayer.Unknown), (quality.Profile, quality.Layer));
    }

    [Theory]
    [InlineData("Movie 2021 Remux-GRP", Resolution.P2160)]
    [InlineData("Movie 2021 UHD BluRay x265-GRP", Resolution.P2160)]
    [InlineData("Movie 2021 BluRay x264-GRP", Resolution.Unknown)]
    public void A_name_without_a_resolution_means_2160p_only_as_remux_or_UHD(string name, Resolution expected)
    {
        var quality = Read(name, null);

        Assert.Equal(expected, quality.Resolution);
    }

    [Theory]
    [InlineData("Movie 2021 1080p BluRay x264-GRP", HdrKind.Sdr)]
    [InlineData("Movie 2021 2160p WEB-DL H265-GRP", HdrKind.Unknown)]
    [InlineData("Movie 2021 2160p WEB-DL SDR H265-GRP", HdrKind.Sdr)]
    [InlineData("Movie 2021 2160p WEB-DL HDR H265-GRP", HdrKind.Hdr10)]
    [InlineData("Movie 2021 2160p WEB-DL HDR10+ H265-GRP", HdrKind.Hdr10Plus)]
    [InlineData("Movie 2021 2160p WEB-DL HLG H265-GRP", HdrKind.Hlg)]
    public void Silence_on_the_range_proves_nothing_at_2160p(string name, HdrKind expected)
    {
        var quality = Read(name, null);

        Assert.Equal((false, expected), (quality.DolbyVision, quality.Hdr));
    }

    [Fact]
    public void An_HLG_base_makes_it_profile_8_4()
    {
        var quality = Read("Movie 2021 2160p WEB-DL DV HLG H265-GRP", null);

        Assert.Equal((8, 4), (quality.Profile, quality.CompatibilityId));
    }

    private static PictureAndSound Read(string name, string? description) => ReleaseEvidence.Read(ReleaseNameParser.Parse(name), description, null, null);
}
