using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Tests.Core.Domain.Upgrades;

public sealed class UpgradeDetectorTests
{
    [Theory]
    [InlineData("Movie S01 2160p UHD BluRay REMUX DV FEL-GRP")]
    [InlineData("Movie S01E02 2160p WEB-DL DV-GRP")]
    [InlineData("Movie 2021 EXTRAS 1080p BluRay x264-GRP")]
    [InlineData("Movie 2021 FANEDIT 1080p x264-GRP")]
    [InlineData("---")]
    public void What_is_not_one_film_is_skipped(string release)
    {
        var verdict = Given.Judge(release, Given.OwnedHdr10());

        Assert.Equal("not_a_film", verdict.Veto);
    }

    [Fact]
    public void A_full_disc_is_skipped()
    {
        var verdict = Given.Judge("Movie 2021 COMPLETE UHD BLURAY DV-GRP", Given.OwnedHdr10());

        Assert.Equal("disc", verdict.Veto);
    }

    [Fact]
    public void A_full_disc_passes_with_notify_discs()
    {
        var verdict = Given.Judge("Movie 2021 COMPLETE UHD BLURAY DV-GRP", new NotificationRules { NotifyDiscs = true }, Given.OwnedHdr10());

        Assert.Equal(VerdictKind.Notify, verdict.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Several_films_are_unsure_and_named(bool onlyLibrary)
    {
        var question = Given.Question(Given.Fel, new NotificationRules { NotifyOnlyLibraryMovies = onlyLibrary }) with
        {
            Match = new FilmMatch.Several([new Film { Title = "Dune", Year = 1984 }, new Film { Title = "Dune", Year = 2021 }]),
        };

        var verdict = UpgradeDetector.Judge(question);

        Assert.Equal((VerdictKind.Unsure, "unsure_film", "It may be any of these films: Dune (1984), Dune (2021)."), (verdict.Kind, verdict.Veto, verdict.Reason));
    }

    [Fact]
    public void A_film_without_a_known_copy_is_not_analysed_yet()
    {
        var verdict = Given.Judge(Given.Fel);

        Assert.Equal("not_analysed", verdict.Veto);
    }

    [Fact]
    public void A_copy_of_which_nothing_is_known_is_not_analysed_yet()
    {
        var verdict = Given.Judge(Given.Fel, new PictureAndSound());

        Assert.Equal("not_analysed", verdict.Veto);
    }

    [Fact]
    public void A_release_that_was_asked_about_before_is_skipped_with_the_reason()
    {
        var verdict = UpgradeDetector.Judge(Given.Question(Given.Fel, null, Given.OwnedP5()) with { AskedBefore = true, AskedBeforeReason = "Declined on 1 May." });

        Assert.Equal(("asked_before", "Declined on 1 May."), (verdict.Veto, verdict.Reason));
    }

    [Fact]
    public void The_same_picture_and_sound_are_a_duplicate()
    {
        var verdict = Given.Judge(Given.P8, Given.OwnedP8());

        Assert.Equal("same_quality", verdict.Veto);
    }

    [Fact]
    public void A_duplicate_is_no_veto_with_notify_never_duplicates_off()
    {
        var verdict = Given.Judge(Given.P8, new NotificationRules { NotifyNeverDuplicates = false }, Given.OwnedP8());

        Assert.Equal((VerdictKind.Skip, null), (verdict.Kind, verdict.Veto));
    }

    [Fact]
    public void A_blocked_group_is_skipped_without_regard_to_case()
    {
        var verdict = Given.Judge(Given.Fel, new NotificationRules { GroupsBlocked = ["grp"] }, Given.OwnedP5());

        Assert.Equal("blocked_group", verdict.Veto);
    }

    [Fact]
    public void Another_FEL_is_welcome_with_notify_fel_duplicates()
    {
        var verdict = Given.Judge(Given.Fel, new NotificationRules { NotifyFelDuplicates = true }, Given.OwnedFel());

        Assert.Equal(("notify_fel_duplicates", "Another P7 FEL copy"), (verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void FEL_in_a_higher_resolution_passes_with_notify_resolution()
    {
        var owned = Given.OwnedFel() with { Resolution = Resolution.P1080 };

        var verdict = Given.Judge(Given.Fel, new NotificationRules { NotifyResolution = true }, owned);

        Assert.Equal("notify_resolution", verdict.Rule);
    }

    [Fact]
    public void FEL_that_adds_Atmos_to_an_owned_FEL_passes_with_notify_atmos()
    {
        var verdict = Given.Judge(Given.Fel, new NotificationRules { NotifyAtmos = true }, Given.OwnedFel(atmos: false));

        Assert.Equal(("notify_atmos", "Adds TrueHD Atmos"), (verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void A_copy_that_was_marked_MEL_does_not_count_as_FEL()
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedMel() with { Evidence = Evidence.Marked });

        Assert.Equal("notify_fel", verdict.Rule);
    }

    [Fact]
    public void A_told_MEL_is_judged_by_the_DV_switches()
    {
        var verdict = Given.Judge(Given.Mel, new NotificationRules { NotifyFel = false }, Given.OwnedP5());

        Assert.Equal(("notify_dv_profile_upgrades", "DV P5 → DV P7 MEL"), (verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void Notify_dv_names_itself_where_it_alone_is_on()
    {
        var verdict = Given.Judge(Given.P8, new NotificationRules { NotifyDv = true, NotifyDvFromHdr = false }, Given.OwnedHdr10());

        Assert.Equal("notify_dv", verdict.Rule);
    }

    [Fact]
    public void Unknown_Atmos_counts_as_owned()
    {
        var verdict = Given.Judge(Given.P8WithAtmos, new NotificationRules { NotifyAtmos = true }, Given.OwnedP8(atmos: null) with { Audio = "truehd" });

        Assert.Equal(VerdictKind.Skip, verdict.Kind);
    }

    [Fact]
    public void A_better_kind_of_Atmos_counts_with_notify_atmos_only_if_no_atmos_off()
    {
        NotificationRules rules = new() { NotifyAtmos = true, NotifyAtmosOnlyIfNoAtmos = false };

        var verdict = Given.Judge("Movie 2021 2160p UHD BluRay HYBRID REMUX DV HDR HEVC TrueHD 7.1 Atmos-GRP", rules, Given.OwnedP8(atmos: true));

        Assert.Equal(("notify_atmos", "Better Atmos: TrueHD Atmos"), (verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void Any_resolution_that_is_not_owned_counts_with_notify_resolution_only_upgrades_off()
    {
        NotificationRules rules = new() { NotifyResolution = true, NotifyResolutionOnlyUpgrades = false };

        var verdict = Given.Judge(Given.Sdr1080, rules, Given.OwnedHdr10());

        Assert.Equal(("notify_resolution", "2160p → 1080p"), (verdict.Rule, verdict.Reason));
    }

    [Fact]
    public void The_trace_of_a_veto_ends_with_it()
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedFel());

        Assert.Equal(new TraceStep("fel_owned", RuleOutcome.Reject, "A P7 FEL copy is owned."), verdict.Trace[^1]);
    }

    [Fact]
    public void The_trace_of_a_message_holds_every_rule()
    {
        var verdict = Given.Judge(Given.Fel, Given.OwnedP5());

        Assert.Equal(
            [
                "not_a_film", "disc", "no_film", "unsure_film", "not_analysed", "asked_before", "same_quality", "fel_owned", "step_down", "blocked_group",
                "notify_fel_from_p5", "notify_fel_from_hdr", "notify_fel", "notify_fel_duplicates", "notify_dv_from_hdr", "notify_dv_profile_upgrades",
                "notify_atmos_with_dv_upgrade", "notify_atmos", "notify_resolution",
            ],
            verdict.Trace.Select(step => step.Rule));
    }

    [Theory]
    [InlineData(Given.P8, "Loses Atmos.")]
    [InlineData(Given.P5, "Loses the HDR10 fallback for players without Dolby Vision.")]
    [InlineData("Movie 2021 2160p WEB-DL DV P7 FEL HDR H265-GRP", "A WEB source that claims FEL: it cannot have one.")]
    [InlineData("Movie 2021 2160p UHD BluRay x265 DV P7 FEL HDR-GRP", "A re-encode that claims FEL: it cannot have one.")]
    [InlineData(Given.Fel, "The layer is only claimed.")]
    [InlineData(Given.P8, "A WEB source, where a disc copy is owned.")]
    [InlineData(Given.P8, "Loses HDR10+.")]
    public void What_a_person_should_know_is_a_warning(string release, string expected)
    {
        var owned = Given.OwnedHdr10(atmos: true) with { Hdr = HdrKind.Hdr10Plus, Source = "bluray", Remux = true };

        var verdict = Given.Judge(release, owned);

        Assert.Contains(expected, verdict.Warnings);
    }

    [Theory]
    [InlineData(Given.P8, "Loses Atmos.", true)]
    [InlineData(Given.P8, "A WEB source, where a disc copy is owned.", true)]
    [InlineData("Movie 2021 2160p UHD BluRay x265 DV P7 FEL HDR-GRP", "A re-encode that claims FEL: it cannot have one.", true)]
    [InlineData("Movie 2021 2160p WEB-DL DV P7 FEL HDR H265-GRP", "A WEB source that claims FEL: it cannot have one.", false)]
    [InlineData(Given.Fel, "The layer is only claimed.", false)]
    public void Only_a_loss_or_a_re_encode_is_a_cost(string release, string warning, bool costs)
    {
        var owned = Given.OwnedHdr10(atmos: true) with { Source = "bluray", Remux = true };

        var verdict = Given.Judge(release, owned);

        Assert.Contains(warning, verdict.Warnings);
        Assert.Equal(costs, verdict.Costs.Contains(warning));
    }

    [Fact]
    public void A_small_remux_and_another_year_are_warnings()
    {
        var question = Given.Question(Given.Fel, null, Given.OwnedP5());
        var film = Assert.IsType<FilmMatch.One>(question.Match).Film;

        var verdict = UpgradeDetector.Judge(question with { Offered = question.Offered with { Bytes = 9L << 30 }, Match = new FilmMatch.One(film, YearApart: true) });

        Assert.Equal(["The layer is only claimed.", "Smaller than usual for a remux.", "The year differs by one."], verdict.Warnings);
    }
}
