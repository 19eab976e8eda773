using FelScanner.Core.Domain.Quality;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Domain.Quality;

public sealed class QualityScoreTests
{
    public static TheoryData<PictureAndSound, int, QualityTier> Copies => new()
    {
        { A.Quality(profile: 7, layer: EnhancementLayer.Fel, evidence: Evidence.Proven, atmos: true) with { Audio = "truehd" }, 100, QualityTier.Reference },
        { A.Quality(profile: 7, layer: EnhancementLayer.Fel, evidence: Evidence.Proven, atmos: false) with { Audio = "dts-hd-ma" }, 95, QualityTier.Excellent },
        { A.Quality(profile: 8, atmos: true) with { Audio = "ddp" }, 83, QualityTier.Excellent },
        { A.Quality(hdr: HdrKind.Hdr10, atmos: false) with { Audio = "dts-hd-ma" }, 65, QualityTier.VeryGood },
        { A.Quality(Resolution.P1080, hdr: HdrKind.Sdr, atmos: false) with { Audio = "dd" }, 29, QualityTier.Good },
        { A.Quality(Resolution.P576, hdr: HdrKind.Sdr, atmos: false) with { Audio = "aac" }, 15, QualityTier.Basic },
        { new PictureAndSound(), 0, QualityTier.Basic },
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void Picture_resolution_and_sound_add_up(PictureAndSound quality, int score, QualityTier tier) =>
        Assert.Equal((score, tier), (QualityScore.Of(quality), QualityScore.TierOf(quality)));
}
