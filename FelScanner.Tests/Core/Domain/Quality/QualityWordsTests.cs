using FelScanner.Core.Domain.Quality;

namespace FelScanner.Tests.Core.Domain.Quality;

public sealed class QualityWordsTests
{
    private static readonly PictureAndSound Remux = new()
    {
        Resolution = Resolution.P2160,
        DolbyVision = true,
        Profile = 7,
        Layer = EnhancementLayer.Fel,
        Evidence = Evidence.Told,
        Hdr = HdrKind.Hdr10,
        Audio = "truehd",
        Atmos = true,
        Source = "bluray",
        Remux = true,
    };

    [Fact]
    public void A_release_is_described_in_the_order_in_which_people_read()
    {
        var words = QualityWords.Describe(Remux);

        Assert.Equal("2160p · DV P7 FEL? · TrueHD Atmos · Remux", words);
    }

    [Fact]
    public void What_is_not_known_is_called_unknown()
    {
        var words = QualityWords.Describe(new PictureAndSound());

        Assert.Equal("unknown", words);
    }

    [Theory]
    [InlineData(EnhancementLayer.Fel, Evidence.Proven, "DV P7 FEL", BadgeKind.Fel)]
    [InlineData(EnhancementLayer.Fel, Evidence.Marked, "DV P7 FEL", BadgeKind.FelClaimed)]
    [InlineData(EnhancementLayer.Fel, Evidence.Told, "DV P7 FEL?", BadgeKind.FelClaimed)]
    [InlineData(EnhancementLayer.Mel, Evidence.Proven, "DV P7 MEL", BadgeKind.Mel)]
    [InlineData(EnhancementLayer.Unknown, Evidence.Inferred, "DV P7, layer?", BadgeKind.P7Unknown)]
    public void Gold_is_FEL_and_solid_gold_is_proven_FEL_alone(EnhancementLayer layer, Evidence evidence, string text, BadgeKind kind)
    {
        var badges = QualityBadges.Of(Remux with { Layer = layer, Evidence = evidence });

        Assert.Contains(new QualityBadge(text, kind), badges);
    }

    [Theory]
    [InlineData(8, 1, "DV P8.1", BadgeKind.P8)]
    [InlineData(8, null, "DV P8", BadgeKind.P8)]
    [InlineData(5, null, "DV P5", BadgeKind.P5)]
    [InlineData(null, null, "DV", BadgeKind.DolbyVision)]
    public void Other_profiles_have_badges_of_their_own(int? profile, int? compatibility, string text, BadgeKind kind)
    {
        var badges = QualityBadges.Of(Remux with { Profile = profile, CompatibilityId = compatibility, Layer = EnhancementLayer.None });

        Assert.Contains(new QualityBadge(text, kind), badges);
    }

    [Fact]
    public void HDR10_beside_Dolby_Vision_goes_without_saying_but_HDR10_plus_does_not()
    {
        var plain = QualityBadges.Of(Remux);
        var plus = QualityBadges.Of(Remux with { Hdr = HdrKind.Hdr10Plus });

        Assert.DoesNotContain(plain, badge => badge.Kind == BadgeKind.Hdr10);
        Assert.Contains(plus, badge => badge.Kind == BadgeKind.Hdr10Plus);
    }

    [Fact]
    public void The_sound_ladder_is_the_one_of_the_rules()
    {
        (string Audio, bool Atmos)[] ladder = [("truehd", true), ("dts-x", false), ("ddp", true), ("truehd", false), ("dts-hd-ma", false), ("ddp", false), ("dts", false), ("dd", false), ("aac", false)];

        var ranks = ladder.Select(sound => SoundLadder.Rank(sound.Audio, sound.Atmos)!.Value).ToList();

        Assert.Equal(ranks.OrderDescending(), ranks);
        Assert.Equal(ranks.Count, ranks.Distinct().Count());
    }
}
