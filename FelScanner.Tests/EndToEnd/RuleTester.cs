using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.EndToEnd;

/// <summary>The rule tester: a name against the film it names, another film, or copies that only exist in words.</summary>
public sealed class RuleTester
{
    private const string Release = "Movie.2021.2160p.UHD.BluRay.REMUX.DV.P7.FEL.HDR.HEVC.TrueHD.Atmos.7.1-GRP";

    [Fact]
    public async Task A_name_is_judged_against_copies_in_words_instead_of_the_owned_ones()
    {
        await using var home = await Home.OpenAsync(world => world.Film("Movie", 2021, 900001));

        var real = await TryAsync(home, Release);
        var owned = await TryAsync(home, Release, "1080p BluRay x264", "2160p REMUX DV P7 FEL TrueHD Atmos");
        var streamed = await TryAsync(home, Release.Replace("Movie", "No Such Film", StringComparison.Ordinal), "2160p WEB-DL DV P5 DDP Atmos");

        Assert.Equal("DV P5 → P7 FEL", real.Judged.Verdict.Reason);
        Assert.Equal("fel_owned", owned.Judged.Verdict.Veto);
        Assert.Equal([-1L, -2L], owned.Film!.Copies.Select(copy => copy.Id));
        Assert.Null(owned.MessageHtml);
        Assert.Equal(VerdictKind.Notify, streamed.Judged.Verdict.Kind);
        Assert.Contains("DV P5", streamed.MessageHtml, StringComparison.Ordinal);
        Assert.Contains("No Such Film", streamed.MessageHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_film_can_be_picked()
    {
        await using var home = await Home.OpenAsync(world =>
        {
            world.Film("Movie", 2021, 900001);
            world.Film("Another", 2020, 900002);
        });
        var found = await TryAsync(home, Release);

        var other = await home.Services.GetRequiredService<TryName>().RunAsync(Release, found.Judged.FilmId == 1 ? 2 : 1, [], TestContext.Current.CancellationToken);

        Assert.Equal("Movie", found.Film!.Title);
        Assert.Equal("Another", other.Film!.Title);
    }

    private static Task<TriedRelease> TryAsync(Home home, string name, params string[] owned) =>
        home.Services.GetRequiredService<TryName>().RunAsync(name, null, owned, TestContext.Current.CancellationToken);
}
