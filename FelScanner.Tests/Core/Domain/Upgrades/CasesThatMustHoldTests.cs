using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Tests.Core.Domain.Upgrades;

/// <summary>Every row of the rules' table of cases, by name.</summary>
public sealed class CasesThatMustHoldTests
{
    [Fact]
    public void FEL_is_owned_and_FEL_is_offered_skip()
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedFel());

        Assert.Equal((VerdictKind.Skip, "fel_owned"), (verdict.Kind, verdict.Veto));
    }

    [Fact]
    public void P5_is_owned_and_FEL_is_offered_notify()
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedP5());

        Assert.Equal((VerdictKind.Notify, "notify_fel_from_p5", "DV P5 → P7 FEL"), (verdict.Kind, verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void HDR10_is_owned_and_FEL_is_offered_notify()
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedHdr10());

        Assert.Equal((VerdictKind.Notify, "notify_fel_from_hdr", "HDR10 → DV P7 FEL"), (verdict.Kind, verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void HDR10_is_owned_and_P5_is_offered_notify()
    {
        var verdict = Given.Judge(Given.P5, Given.OwnedHdr10());

        Assert.Equal((VerdictKind.Notify, "notify_dv_from_hdr", "HDR10 → DV P5"), (verdict.Kind, verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void HDR10_is_owned_and_P5_is_offered_but_notify_dv_from_hdr_is_off_skip()
    {
        var verdict = Given.Judge(Given.P5, new NotificationRules { NotifyDvFromHdr = false }, Given.OwnedHdr10());

        Assert.Equal((VerdictKind.Skip, null, null), (verdict.Kind, verdict.Rule, verdict.Veto));
    }

    [Fact]
    public void P5_is_owned_and_P8_is_offered_notify()
    {
        var verdict = Given.Judge(Given.P8, Given.OwnedP5());

        Assert.Equal((VerdictKind.Notify, "notify_dv_profile_upgrades", "DV P5 → DV P8"), (verdict.Kind, verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void P5_is_owned_and_P8_is_offered_but_notify_dv_profile_upgrades_is_off_skip()
    {
        var verdict = Given.Judge(Given.P8, new NotificationRules { NotifyDvProfileUpgrades = false }, Given.OwnedP5());

        Assert.Equal((VerdictKind.Skip, null), (verdict.Kind, verdict.Rule));
    }

    [Theory]
    [InlineData(Given.P8)]
    [InlineData(Given.P5)]
    public void P7_of_either_kind_is_owned_and_P8_or_P5_is_offered_skip_whatever_the_DV_switches(string release)
    {
        NotificationRules everyDv = new() { NotifyDv = true, NotifyDvFromHdr = true, NotifyDvProfileUpgrades = true };

        var verdicts = new[] { Given.OwnedFel(atmos: false), Given.OwnedMel(), Given.OwnedP7() }.Select(copy => Given.Judge(release, everyDv, copy).Kind);

        Assert.All(verdicts, kind => Assert.Equal(VerdictKind.Skip, kind));
    }

    [Fact]
    public void Atmos_in_the_same_picture_skip()
    {
        var verdict = Given.Judge(Given.P8WithAtmos, Given.OwnedP8());

        Assert.Equal(VerdictKind.Skip, verdict.Kind);
    }

    [Fact]
    public void Atmos_in_the_same_picture_with_notify_atmos_on_notify()
    {
        var verdict = Given.Judge(Given.P8WithAtmos, new NotificationRules { NotifyAtmos = true }, Given.OwnedP8());

        Assert.Equal((VerdictKind.Notify, "notify_atmos", "Adds DD+ Atmos"), (verdict.Kind, verdict.Rule, verdict.Reason));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void P5_with_or_without_Atmos_is_owned_and_P7_with_Atmos_is_offered_notify(bool atmos)
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedP5(atmos));

        Assert.Equal((VerdictKind.Notify, "notify_fel_from_p5"), (verdict.Kind, verdict.Rule));
    }

    [Fact]
    public void SDR_in_1080p_is_owned_and_in_2160p_is_offered_skip()
    {
        var verdict = Given.Judge(Given.Sdr2160, Given.OwnedSdr(Resolution.P1080));

        Assert.Equal(VerdictKind.Skip, verdict.Kind);
    }

    [Fact]
    public void SDR_in_1080p_is_owned_and_in_2160p_is_offered_with_notify_resolution_on_notify()
    {
        var verdict = Given.Judge(Given.Sdr2160, new NotificationRules { NotifyResolution = true }, Given.OwnedSdr(Resolution.P1080));

        Assert.Equal((VerdictKind.Notify, "notify_resolution", "1080p → 2160p"), (verdict.Kind, verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void Proven_MEL_is_owned_and_FEL_is_told_notify()
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedMel());

        Assert.Equal((VerdictKind.Notify, "notify_fel", "DV P7 MEL → P7 FEL"), (verdict.Kind, verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void P7_of_unknown_layer_is_owned_and_counts_as_FEL_skip()
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedP7());

        Assert.Equal((VerdictKind.Skip, "fel_owned"), (verdict.Kind, verdict.Veto));
    }

    [Fact]
    public void One_of_two_copies_is_FEL_skip()
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedSdr(Resolution.P1080), Given.OwnedFel());

        Assert.Equal((VerdictKind.Skip, "fel_owned"), (verdict.Kind, verdict.Veto));
    }

    [Fact]
    public void A_step_down_in_resolution_skip()
    {
        var verdict = Given.Judge("Movie 2021 1080p WEB-DL DV P8 HDR10 H265-GRP", Given.OwnedP5());

        Assert.Equal((VerdictKind.Skip, "step_down"), (verdict.Kind, verdict.Veto));
    }

    [Fact]
    public void A_film_that_is_not_in_the_library_skip()
    {
        var verdict = Given.JudgeNotOwned(Given.Fel, new NotificationRules());

        Assert.Equal((VerdictKind.Skip, "no_film"), (verdict.Kind, verdict.Veto));
    }

    [Fact]
    public void A_film_that_is_not_in_the_library_with_notify_only_library_movies_off_notify()
    {
        var verdict = Given.JudgeNotOwned(Given.Fel, new NotificationRules { NotifyOnlyLibraryMovies = false });

        Assert.Equal((VerdictKind.Notify, "notify_fel"), (verdict.Kind, verdict.Rule));
    }

    [Fact]
    public void HDR10_is_owned_and_FEL_is_offered_but_notify_fel_from_hdr_is_off_skip()
    {
        var verdict = Given.Judge(Given.FelWithoutAtmos, new NotificationRules { NotifyFelFromHdr = false }, Given.OwnedHdr10());

        Assert.Equal((VerdictKind.Skip, null), (verdict.Kind, verdict.Rule));
    }

    [Fact]
    public void P5_is_owned_and_FEL_is_offered_but_notify_fel_is_off_skip()
    {
        var verdict = Given.Judge(Given.FelWithoutAtmos, new NotificationRules { NotifyFel = false }, Given.OwnedP5());

        Assert.Equal(VerdictKind.Skip, verdict.Kind);
    }

    [Fact]
    public void P5_is_owned_and_FEL_adds_Atmos_while_notify_fel_is_off_notify()
    {
        var verdict = Given.Judge(Given.Fel, new NotificationRules { NotifyFel = false }, Given.OwnedP5());

        Assert.Equal((VerdictKind.Notify, "notify_atmos_with_dv_upgrade", "Adds Atmos, and DV P5 → P7 FEL"), (verdict.Kind, verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void Proven_MEL_is_owned_and_a_remux_may_be_FEL_notify()
    {
        var verdict = Given.Judge(Given.PerhapsFel, Given.OwnedMel());

        Assert.Equal((VerdictKind.Notify, "DV P7 MEL → P7, perhaps FEL"), (verdict.Kind, verdict.Reason));
    }

    [Fact]
    public void Proven_MEL_is_owned_and_a_remux_may_be_FEL_but_notify_fel_unproven_is_off_skip()
    {
        var verdict = Given.Judge(Given.PerhapsFel, new NotificationRules { NotifyFelUnproven = false }, Given.OwnedMel());

        Assert.Equal(VerdictKind.Skip, verdict.Kind);
    }

    [Fact]
    public void A_fellowship_is_no_FEL_skip()
    {
        var verdict = Given.Judge("The Lord of the Rings The Fellowship of the Ring 2001 EXTENDED 1080p BluRay x264-GRP", Given.OwnedHdr10());

        Assert.Equal(VerdictKind.Skip, verdict.Kind);
        Assert.DoesNotContain(verdict.Trace, step => step.Outcome == RuleOutcome.Accept);
    }
}
