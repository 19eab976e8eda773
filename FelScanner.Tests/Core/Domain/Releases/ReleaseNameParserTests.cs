using System.Diagnostics;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Tests.Core.Domain.Releases;

public sealed class ReleaseNameParserTests
{
    [Theory]
    [MemberData(nameof(GoldenNames.Rows), MemberType = typeof(GoldenNames))]
    public void A_name_of_the_golden_table_tells_exactly_what_its_row_says(string line)
    {
        var parsed = ReleaseNameParser.Parse(GoldenNames.NameOf(line));

        Assert.Equal(GoldenNames.Expected(line), GoldenNames.Describe(parsed));
    }

    [Theory]
    [MemberData(nameof(GoldenNames.Rows), MemberType = typeof(GoldenNames))]
    public void A_layer_that_is_neither_told_nor_ruled_out_stays_unknown(string line)
    {
        var parsed = ReleaseNameParser.Parse(GoldenNames.NameOf(line));

        var other = parsed.Fel == true ? parsed.Mel : parsed.Fel;
        Assert.Equal(parsed.Fel == true || parsed.Mel == true ? false : GoldenNames.ExpectedOther(parsed), other);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("...---___")]
    [InlineData("[](){}<>!?")]
    [InlineData("\0\u0001\u0002\u001b")]
    [InlineData("→ ★ ☆")]
    public void A_name_without_a_word_tells_nothing(string name)
    {
        var parsed = ReleaseNameParser.Parse(name);

        Assert.Equal(new ParsedName { Name = name }, parsed);
    }

    [Theory]
    [InlineData("Movie.2021.2160p.UHD.BluRay.REMUX.DV.No.FEL.HEVC-GRP")]
    [InlineData("Movie.2021.2160p.UHD.BluRay.REMUX.DV.HDR.HEVC-FEL")]
    [InlineData("Movie.2021.2160p.UHD.BluRay.REMUX.DV-FEL")]
    [InlineData("The.Fellowship.2021.2160p.UHD.BluRay.REMUX.DV.HEVC-FELLOW")]
    [InlineData("Fel 2021 2160p UHD BluRay REMUX DV HEVC-GRP")]
    [InlineData("[FEL] Movie 2021 2160p UHD BluRay REMUX DV HEVC")]
    public void FEL_that_is_a_group_a_title_or_denied_is_never_told(string name)
    {
        var parsed = ReleaseNameParser.Parse(name);

        Assert.NotEqual(true, parsed.Fel);
    }

    [Fact]
    public void Titles_behind_AKA_a_slash_and_in_brackets_are_further_titles()
    {
        var parsed = ReleaseNameParser.Parse("La Haine / Hate 1995 1080p BluRay x264-GRP");

        Assert.Equal("La Haine", parsed.Title);
        Assert.Equal(["Hate"], parsed.OtherTitles);
    }

    [Fact]
    public void A_title_in_two_scripts_is_known_by_each()
    {
        var parsed = ReleaseNameParser.Parse("流浪地球.The.Wandering.Earth.2019.2160p.WEB-DL.H265-GRP");

        Assert.Equal("The Wandering Earth", parsed.Title);
        Assert.Contains("流浪地球", parsed.OtherTitles);
    }

    [Fact]
    public void Ids_in_braces_are_read_and_are_no_year()
    {
        var parsed = ReleaseNameParser.Parse("Dune Part Two (2024) {tmdb-693134} [imdbid-tt15239678] 2160p");

        Assert.Equal((2024, 693134, "tt15239678"), (parsed.Year, parsed.TmdbId, parsed.ImdbId));
    }

    [Theory]
    [InlineData("Movie.2021.2160p.WEB-DL.DV.x265-GRP", true)]
    [InlineData("Movie.2021.2160p.UHD.BluRay.AV1-GRP", true)]
    [InlineData("Movie.2021.2160p.UHD.BluRay.REMUX.HEVC-GRP", false)]
    [InlineData("Movie.2021.2160p.WEB-DL.H.265-GRP", false)]
    public void An_encoder_s_name_marks_a_re_encode(string name, bool expected)
    {
        var parsed = ReleaseNameParser.Parse(name);

        Assert.Equal(expected, parsed.ReEncode);
    }

    [Theory]
    [InlineData("Movie.2021.1080p.BluRay.EXTRAS.x264-GRP", true)]
    [InlineData("Batman: The Man Who Laughs (FANRES) 2008 1080p-GRP", true)]
    [InlineData("The.Matrix.Trilogy.1999-2003.1080p.BluRay.x264-GRP", true)]
    [InlineData("Movie (2018) + Extras (1080p BluRay x265 RZeroX)", false)]
    [InlineData("The.Collection.2012.1080p.BluRay.x264-GRP", false)]
    [InlineData("Ran.1985.Criterion.Collection.1080p.BluRay.x264-GRP", false)]
    public void Extras_fan_edits_and_boxes_are_not_one_film(string name, bool expected)
    {
        var parsed = ReleaseNameParser.Parse(name);

        Assert.Equal(expected, parsed.NotOneFilm);
    }

    [Fact]
    public void The_resolution_of_a_disc_that_was_restored_in_4K_is_not_2160p()
    {
        var parsed = ReleaseNameParser.Parse("Heathers.1988.1080p.BluRay.ARROW.4K.RESTORED.DTS.x264-MaG");

        Assert.Equal(Resolution.P1080, parsed.Resolution);
    }

    [Fact]
    public void A_pair_of_surrogates_at_the_limit_is_not_cut()
    {
        var name = new string('a', 1_023) + "😀 2021 1080p";

        var parsed = ReleaseNameParser.Parse(name);

        Assert.DoesNotContain(parsed.Title!, char.IsSurrogate);
    }

    [Fact]
    public void The_same_name_always_gives_the_same_answer()
    {
        var first = GoldenNames.Lines.Select(line => GoldenNames.Describe(ReleaseNameParser.Parse(GoldenNames.NameOf(line)))).ToList();

        var second = GoldenNames.Lines.Select(line => GoldenNames.Describe(ReleaseNameParser.Parse(GoldenNames.NameOf(line)))).ToList();

        Assert.Equal(first, second);
    }

    [Fact]
    public void Ten_thousand_hostile_names_are_answered_in_bounded_time()
    {
        var names = HostileNames.Make(10_000, seed: 7).ToList();
        names.Take(500).ToList().ForEach(name => ReleaseNameParser.Parse(name));

        // The best of three: a busy machine may interrupt one run, never the parser's own work.
        var milliseconds = names.ConvertAll(name => Enumerable.Range(0, 3).Min(_ => Milliseconds(name)));

        milliseconds.Sort();
        Assert.InRange(milliseconds[(int)(milliseconds.Count * 0.999)], 0, 5);
        Assert.InRange(milliseconds[^1], 0, 50);
    }

    private static double Milliseconds(string name)
    {
        var start = Stopwatch.GetTimestamp();
        ReleaseNameParser.Parse(name);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    [Fact]
    public void Every_hostile_name_comes_back_verbatim()
    {
        var names = HostileNames.Make(2_000, seed: 11).ToList();

        var answers = names.ConvertAll(name => ReleaseNameParser.Parse(name).Name);

        Assert.Equal(names, answers);
    }
}
