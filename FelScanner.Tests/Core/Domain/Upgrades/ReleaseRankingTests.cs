using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Tests.Core.Domain.Upgrades;

public sealed class ReleaseRankingTests
{
    [Theory]
    [InlineData(Given.Fel, Given.PerhapsFel)]
    [InlineData(Given.PerhapsFel, Given.P8)]
    [InlineData(Given.P8, Given.P5)]
    [InlineData(Given.P5, Given.Hdr10)]
    [InlineData(Given.Hdr10, Given.Sdr2160)]
    [InlineData(Given.Sdr2160, Given.Sdr1080)]
    [InlineData(Given.P8WithAtmos, Given.P8)]
    [InlineData("Movie 2021 2160p WEB-DL DV P8 HDR10+ H265 DDP5.1-GRP", Given.P8WithAtmos)]
    public void The_better_release_comes_first(string better, string worse)
    {
        RankedRelease[] releases = [Release(worse), Release(better)];

        Array.Sort(releases, new ReleaseRanking(new NotificationRules()));

        Assert.Equal(Release(better), releases[0]);
    }

    [Fact]
    public void A_preferred_group_breaks_a_tie_before_seeders_do()
    {
        ReleaseRanking ranking = new(new NotificationRules { GroupsPreferred = ["framestor"] });
        RankedRelease[] releases = [Release(Given.Fel, "Other", seeders: 900), Release(Given.Fel, "FraMeSToR", seeders: 3)];

        Array.Sort(releases, ranking);

        Assert.Equal("FraMeSToR", releases[0].Group);
    }

    [Fact]
    public void More_seeders_win_between_equals()
    {
        RankedRelease[] releases = [Release(Given.Fel, "A", seeders: 3), Release(Given.Fel, "B", seeders: 30)];

        Array.Sort(releases, new ReleaseRanking(new NotificationRules()));

        Assert.Equal("B", releases[0].Group);
    }

    private static RankedRelease Release(string name, string? group = null, int? seeders = null) =>
        new(ReleaseEvidence.Read(ReleaseNameParser.Parse(name), null, null, null), group, seeders);
}
