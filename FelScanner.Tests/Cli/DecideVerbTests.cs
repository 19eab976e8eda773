using System.Text.Json;
using FelScanner.Web.Cli;

namespace FelScanner.Tests.Cli;

public sealed class DecideVerbTests
{
    private const string Fel = "Movie 2021 2160p UHD BluRay REMUX DV P7 FEL HDR10 HEVC TrueHD 7.1 Atmos-GRP";

    [Theory]
    [InlineData("""[{"resolution":"2160p","dv_profile":7,"el":"fel"}]""", "{}", false, null, "fel_owned")]
    [InlineData("""[{"resolution":"2160p","dv_profile":7}]""", "{}", false, null, "fel_owned")]
    [InlineData("""[{"resolution":"2160p","dv_profile":7,"el":"mel"}]""", "{}", true, "notify_fel", null)]
    [InlineData("""[{"resolution":"2160p","el":"mel"}]""", "{}", true, "notify_fel", null)]
    [InlineData("""[{"resolution":"2160p","dv_profile":5}]""", "{}", true, "notify_fel_from_p5", null)]
    [InlineData("""[{"resolution":"2160p","hdr":"hdr10"}]""", "{}", true, "notify_fel_from_hdr", null)]
    [InlineData("""[{"resolution":"2160p","el":"none"}]""", "{}", true, "notify_fel_from_hdr", null)]
    [InlineData("""[{"resolution":"2160p"}]""", "{}", false, null, null)]
    [InlineData("[]", "{}", false, null, "not_analysed")]
    [InlineData("[{}]", "{}", false, null, "not_analysed")]
    [InlineData("""[{"resolution":"2160p","dv_profile":5}]""", """{"notify_fel":"false","notify_atmos_with_dv_upgrade":false}""", false, null, null)]
    [InlineData("""[{"resolution":"2160p","dv_profile":5}]""", """{"groups_blocked":["grp"]}""", false, null, "blocked_group")]
    [InlineData("""[{"resolution":"2160p","dv_profile":5}]""", """{"plex_url":"http://plex","notify_expire_hours":1.5}""", true, "notify_fel_from_p5", null)]
    public void A_question_gets_its_verdict(string owned, string settings, bool notify, string? rule, string? veto)
    {
        var verdict = Ask($$"""{"release":"{{Fel}}","owned":{{owned}},"settings":{{settings}}}""");

        Assert.Equal((notify, rule, veto), (verdict.GetProperty("notify").GetBoolean(), verdict.GetProperty("rule").GetString(), verdict.GetProperty("veto").GetString()));
    }

    [Fact]
    public void A_film_outside_of_the_library_is_skipped_unless_it_may_pass()
    {
        var skipped = Ask($$"""{"release":"{{Fel}}","owned":[],"in_library":false}""");
        var passed = Ask($$"""{"release":"{{Fel}}","owned":[],"in_library":false,"settings":{"notify_only_library_movies":false} }""");

        Assert.Equal("no_film", skipped.GetProperty("veto").GetString());
        Assert.Equal("notify_fel", passed.GetProperty("rule").GetString());
    }

    [Fact]
    public void Description_and_query_are_evidence()
    {
        const string Plain = "Movie 2021 2160p UHD BluRay HEVC-GRP";

        var described = Ask($$"""{"release":"{{Plain}}","owned":[{"resolution":"2160p","dv_profile":5}],"description":"HDR format : Dolby Vision, dvhe.07.06, BL+EL+RPU"}""");
        var searched = Ask($$"""{"release":"{{Plain}}","owned":[{"resolution":"2160p","dv_profile":5}],"query":"BL+EL+RPU"}""");

        Assert.Equal("DV P5 → P7, perhaps FEL", described.GetProperty("reason").GetString());
        Assert.Equal("DV P5 → P7, perhaps FEL", searched.GetProperty("reason").GetString());
    }

    [Fact]
    public void The_trace_tells_each_rule_and_its_outcome()
    {
        var verdict = Ask($$"""{"release":"{{Fel}}","owned":[{"resolution":"2160p","dv_profile":5}]}""");

        var steps = verdict.GetProperty("trace").EnumerateArray().Select(step => $"{step.GetProperty("rule").GetString()}={step.GetProperty("outcome").GetString()}");
        Assert.Contains("notify_fel_from_p5=accept", steps);
    }

    [Theory]
    [InlineData("""{"release":"X","settings":{"notify_fell":true}}""", "notify_fell")]
    [InlineData("""{"release":"X","settings":{"notify_fel":"perhaps"}}""", "notify_fel")]
    [InlineData("""{"release":"X","settings":{"notify_fel":1}}""", "notify_fel")]
    [InlineData("""{"release":"X","settings":{"groups_blocked":[1]}}""", "groups_blocked")]
    [InlineData("""{"release":"X","settings":[]}""", "settings")]
    [InlineData("""{"release":"X","owned":{}}""", "owned")]
    [InlineData("""{"release":"X","owned":[{"el":"both"}]}""", "el")]
    [InlineData("""{"release":"X","owned":[{"resolution":"4k"}]}""", "resolution")]
    [InlineData("""{"release":"X","in_library":"maybe"}""", "in_library")]
    [InlineData("""{"owned":[]}""", "release")]
    [InlineData("[]", "release")]
    [InlineData("not json", "JSON")]
    public void A_line_that_is_no_question_ends_it_with_2_and_names_what_is_wrong(string line, string named)
    {
        using StringWriter error = new();

        var code = DecideVerb.Run(new StringReader(line), TextWriter.Null, error);

        Assert.Equal(2, code);
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
    }

    private static JsonElement Ask(string line)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        var code = DecideVerb.Run(new StringReader(line), output, error);
        Assert.True(code == 0, error.ToString());
        using var document = JsonDocument.Parse(output.ToString());
        return document.RootElement.Clone();
    }
}
