using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Tests.Core.Domain.Library;

public sealed class CopyEvidenceTests
{
    private static readonly PictureAndSound Profile7 = new() { Resolution = Resolution.P2160, DolbyVision = true, Profile = 7, Evidence = Evidence.Plex };

    [Fact]
    public void Plex_alone_leaves_the_layer_unknown()
    {
        var quality = CopyEvidence.Combine(Profile7, "/films/Movie (2021)/Movie (2021).mkv", []);

        Assert.Equal((EnhancementLayer.Unknown, Evidence.Plex), (quality.Layer, quality.Evidence));
    }

    [Fact]
    public void A_file_name_that_says_FEL_counts_as_told()
    {
        var quality = CopyEvidence.Combine(Profile7, @"D:\films\Movie.2021.2160p.UHD.BluRay.REMUX.DV.FEL.HEVC-GRP.mkv", []);

        Assert.Equal((EnhancementLayer.Fel, Evidence.Told), (quality.Layer, quality.Evidence));
    }

    [Theory]
    [InlineData("/films/Movie.2021.2160p.UHD.BluRay.x265.DV.FEL-GRP.mkv")]
    [InlineData("/films/Movie.2021.2160p.WEB-DL.DV.FEL.H265-GRP.mkv")]
    public void A_file_name_tells_no_layer_that_the_file_cannot_have(string path)
    {
        var quality = CopyEvidence.Combine(Profile7, path, []);

        Assert.Equal(EnhancementLayer.Unknown, quality.Layer);
    }

    [Fact]
    public void A_file_name_does_not_beat_another_profile_that_Plex_read()
    {
        var quality = CopyEvidence.Combine(Profile7 with { Profile = 8 }, "/films/Movie.2021.2160p.REMUX.DV.FEL-GRP.mkv", []);

        Assert.Equal((8, EnhancementLayer.Unknown), (quality.Profile, quality.Layer));
    }

    [Fact]
    public void What_the_file_proves_beats_a_mark_and_a_name()
    {
        EvidenceNote mark = new(Evidence.Marked, EnhancementLayer.Fel, 7, "owner", "marked", DateTimeOffset.UnixEpoch.AddDays(2));
        EvidenceNote proof = new(Evidence.Proven, EnhancementLayer.Mel, 7, "probe", "read", DateTimeOffset.UnixEpoch);

        var quality = CopyEvidence.Combine(Profile7, "/films/Movie.2021.2160p.REMUX.DV.FEL-GRP.mkv", [mark, proof]);

        Assert.Equal((EnhancementLayer.Mel, Evidence.Proven), (quality.Layer, quality.Evidence));
    }

    [Fact]
    public void A_probe_that_remained_unknown_changes_nothing()
    {
        EvidenceNote doubt = new(Evidence.Proven, EnhancementLayer.Unknown, 7, "probe", "bad checksums", DateTimeOffset.UnixEpoch);

        var quality = CopyEvidence.Combine(Profile7, null, [doubt]);

        Assert.Equal(Profile7, quality);
    }

    [Fact]
    public void The_file_name_tells_source_and_remux()
    {
        var quality = CopyEvidence.Combine(Profile7, "/films/Movie.2021.2160p.UHD.BluRay.REMUX.DV.HEVC-GRP.mkv", []);

        Assert.Equal(("bluray", true), (quality.Source, quality.Remux));
    }
}
