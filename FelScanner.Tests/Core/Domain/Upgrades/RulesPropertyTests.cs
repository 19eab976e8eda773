using System.Text.Json;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Tests.Core.Domain.Upgrades;

/// <summary>What must hold for every release, every set of copies and every setting of the switches.</summary>
public sealed class RulesPropertyTests
{
    private const int Trials = 20_000;

    private static readonly string[] Releases =
    [
        Given.Fel, Given.FelWithoutAtmos, Given.PerhapsFel, Given.Mel, Given.P8, Given.P8WithAtmos, Given.P5, Given.Hdr10, Given.Sdr2160, Given.Sdr1080,
        "Movie 2021 1080p UHD BluRay DV HDR x265 TrueHD 7.1 Atmos-GRP", "Movie 2021 2160p WEB-DL DV HLG H265 AAC-GRP", "Movie 2021 BluRay x264-GRP", "Movie 2021 4320p WEB-DL HDR10+ AV1-GRP",
    ];

    private static readonly PictureAndSound[] Copies =
    [
        Given.OwnedFel(), Given.OwnedFel(atmos: false), Given.OwnedMel(), Given.OwnedMel(atmos: true), Given.OwnedP7(), Given.OwnedP7(atmos: null), Given.OwnedP8(), Given.OwnedP8(atmos: true),
        Given.OwnedP5(), Given.OwnedP5(atmos: true), Given.OwnedHdr10(), Given.OwnedHdr10(atmos: true), Given.OwnedHdr10() with { Hdr = HdrKind.Hdr10Plus }, Given.OwnedSdr(Resolution.P1080),
        Given.OwnedSdr(Resolution.P2160), Given.OwnedFel() with { Resolution = Resolution.P1080 }, new() { Resolution = Resolution.P1080 }, new() { Resolution = Resolution.P2160, DolbyVision = true },
        Given.Copy(4, EnhancementLayer.None), Given.OwnedP8() with { CompatibilityId = 4 }, Given.OwnedHdr10() with { Resolution = Resolution.Unknown },
    ];

    [Fact]
    public void Switching_a_rule_on_never_silences_a_message()
    {
        Random random = new(1);

        for (var i = 0; i < Trials; i++)
        {
            var (release, copies, rules) = Any(random);
            var before = Given.Judge(release, rules, copies);
            foreach (var on in SwitchedOn(rules))
            {
                var after = Given.Judge(release, on, copies);
                Assert.True(before.Kind != VerdictKind.Notify || after.Kind == VerdictKind.Notify, $"{release} | {before.Reason} | {after.Reason} | {on}");
            }
        }
    }

    [Fact]
    public void With_FEL_owned_and_the_defaults_no_P7_release_makes_a_message()
    {
        Random random = new(2);
        string[] p7 = [Given.Fel, Given.FelWithoutAtmos, Given.PerhapsFel, Given.Mel, "Movie 2021 2160p DV FEL BL+EL+RPU", "Movie 2021 2160p UHD BluRay REMUX DV P7 TrueHD Atmos-GRP"];

        for (var i = 0; i < Trials; i++)
        {
            PictureAndSound[] copies = [.. AnyCopies(random), Copies[random.Next(2)]];
            var verdict = Given.Judge(p7[random.Next(p7.Length)], copies);
            Assert.Equal((VerdictKind.Skip, "fel_owned"), (verdict.Kind, verdict.Veto));
        }
    }

    /// <summary>A further copy can only take away what a release would have won; a message may change its rule, as the best copy does.</summary>
    [Fact]
    public void A_further_copy_of_known_quality_that_is_no_better_never_creates_a_message()
    {
        Random random = new(3);

        for (var i = 0; i < Trials; i++)
        {
            var (release, copies, rules) = Any(random);
            var best = copies[0];
            PictureAndSound[] more = [.. copies, best with { Resolution = best.Resolution, Atmos = true }];
            var before = Given.Judge(release, rules, copies);
            var after = Given.Judge(release, rules, more);
            Assert.True(before.Kind == VerdictKind.Notify || after.Kind != VerdictKind.Notify, $"{release} | {before.Reason} | {after.Reason} | {rules}");
        }
    }

    [Fact]
    public void Adding_an_FEL_copy_never_creates_a_message_under_the_defaults()
    {
        Random random = new(4);

        for (var i = 0; i < Trials; i++)
        {
            var (release, copies, _) = Any(random);
            var before = Given.Judge(release, copies);
            var after = Given.Judge(release, [.. copies, Given.OwnedFel()]);
            Assert.True(before.Kind == VerdictKind.Notify || after.Kind != VerdictKind.Notify, $"{release} | {before.Reason} | {after.Reason}");
        }
    }

    /// <summary>
    /// A copy that does not become the best one takes messages away or leaves them. The rules say two exceptions: "another FEL copy" asks because FEL is owned,
    /// and a resolution can only be compared when one is known.
    /// </summary>
    [Fact]
    public void A_further_copy_beside_the_best_one_never_creates_a_message_except_where_the_rules_say()
    {
        Random random = new(7);

        for (var i = 0; i < Trials; i++)
        {
            var (release, copies, rules) = Any(random);
            var more = Copies[random.Next(Copies.Length)];
            PictureAndSound[] all = [.. copies, more];
            var (before, after) = (Given.Judge(release, rules, copies), Given.Judge(release, rules, all));
            if (before.Kind == VerdictKind.Notify || after.Kind != VerdictKind.Notify || OwnedBest.Of(all) != OwnedBest.Of(copies))
                continue;
            var duplicate = after.Rule == "notify_fel_duplicates" && more.CountsAsFel;
            var comparable = after.Rule == "notify_resolution" && copies.All(copy => copy.Resolution == Resolution.Unknown);
            Assert.True(duplicate || comparable, $"{release} | {before.Reason} | {after.Reason} | {more} | {rules}");
        }
    }

    /// <summary>A copy that becomes the best one makes no message that it would not make if it were the only one, whatever stands beside it.</summary>
    [Fact]
    public void A_further_copy_that_becomes_the_best_creates_only_what_it_would_create_alone()
    {
        Random random = new(8);

        for (var i = 0; i < Trials; i++)
        {
            var (release, copies, rules) = Any(random);
            var more = Copies[random.Next(Copies.Length)];
            var (before, after) = (Given.Judge(release, rules, copies), Given.Judge(release, rules, [.. copies, more]));
            if (before.Kind == VerdictKind.Notify || after.Kind != VerdictKind.Notify)
                continue;
            var alone = Given.Judge(release, rules, more);
            var duplicate = after.Rule == "notify_fel_duplicates" && copies.Any(copy => copy.CountsAsFel);
            Assert.True(alone.Kind == VerdictKind.Notify || duplicate, $"{release} | {before.Reason} | {after.Reason} | {alone.Reason} | {more} | {rules}");
        }
    }

    [Fact]
    public void A_copy_equal_to_an_owned_one_changes_nothing()
    {
        Random random = new(9);

        for (var i = 0; i < Trials; i++)
        {
            var (release, copies, rules) = Any(random);
            var before = Given.Judge(release, rules, copies);
            var after = Given.Judge(release, rules, [.. copies, copies[random.Next(copies.Length)]]);
            Assert.Equal((before.Kind, before.Rule, before.Veto, before.Reason), (after.Kind, after.Rule, after.Veto, after.Reason));
        }
    }

    [Fact]
    public void The_order_of_the_copies_changes_no_verdict()
    {
        Random random = new(10);

        for (var i = 0; i < Trials; i++)
        {
            var (release, copies, rules) = Any(random);
            var before = Given.Judge(release, rules, copies);
            var after = Given.Judge(release, rules, [.. copies.Reverse()]);
            Assert.Equal((before.Kind, before.Rule, before.Veto), (after.Kind, after.Rule, after.Veto));
        }
    }

    [Fact]
    public void The_same_question_gives_the_same_bytes()
    {
        Random random = new(5);

        for (var i = 0; i < 500; i++)
        {
            var (release, copies, rules) = Any(random);
            var first = JsonSerializer.SerializeToUtf8Bytes(Given.Judge(release, rules, copies));
            var second = JsonSerializer.SerializeToUtf8Bytes(Given.Judge(release, rules, copies));
            Assert.Equal(first, second);
        }
    }

    [Fact]
    public void A_message_always_names_a_rule_that_accepted_and_a_veto_is_always_the_last_step()
    {
        Random random = new(6);

        for (var i = 0; i < Trials; i++)
        {
            var (release, copies, rules) = Any(random);
            var verdict = Given.Judge(release, rules, copies);
            Assert.Equal(verdict.Rule, verdict.Trace.FirstOrDefault(step => step.Outcome == RuleOutcome.Accept)?.Rule);
            Assert.Equal(verdict.Veto, verdict.Trace[^1].Outcome == RuleOutcome.Reject ? verdict.Trace[^1].Rule : null);
        }
    }

    private static (string Release, PictureAndSound[] Copies, NotificationRules Rules) Any(Random random) =>
        (Releases[random.Next(Releases.Length)], AnyCopies(random), AnyRules(random));

    private static PictureAndSound[] AnyCopies(Random random) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Copies[random.Next(Copies.Length)])];

    private static NotificationRules AnyRules(Random random)
    {
        bool Coin() => random.Next(2) == 0;
        return new NotificationRules
        {
            NotifyFel = Coin(),
            NotifyFelFromP5 = Coin(),
            NotifyFelFromHdr = Coin(),
            NotifyFelDuplicates = Coin(),
            NotifyFelUnproven = Coin(),
            NotifyDv = Coin(),
            NotifyDvFromHdr = Coin(),
            NotifyDvProfileUpgrades = Coin(),
            NotifyAtmos = Coin(),
            NotifyAtmosOnlyIfNoAtmos = Coin(),
            NotifyAtmosWithDvUpgrade = Coin(),
            NotifyResolution = Coin(),
            NotifyResolutionOnlyUpgrades = Coin(),
            NotifyNeverDuplicates = Coin(),
        };
    }

    /// <summary>Each switch that asks for messages, turned on by itself. The three that narrow ("only…", "never…") ask for fewer by their very words.</summary>
    private static IEnumerable<NotificationRules> SwitchedOn(NotificationRules rules) =>
    [
        rules with { NotifyFel = true }, rules with { NotifyFelFromP5 = true }, rules with { NotifyFelFromHdr = true }, rules with { NotifyFelDuplicates = true },
        rules with { NotifyFelUnproven = true }, rules with { NotifyDiscs = true }, rules with { NotifyDv = true }, rules with { NotifyDvFromHdr = true },
        rules with { NotifyDvProfileUpgrades = true }, rules with { NotifyAtmos = true }, rules with { NotifyAtmosWithDvUpgrade = true }, rules with { NotifyResolution = true },
    ];
}
