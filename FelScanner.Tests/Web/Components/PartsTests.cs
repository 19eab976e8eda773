using AngleSharp.Dom;
using Bunit;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Tests.Web.Preview;
using FelScanner.Web.Components.Parts;
using FelScanner.Web.Live;

namespace FelScanner.Tests.Web.Components;

public sealed class PartsTests : BunitContext
{
    [Theory]
    [InlineData(0, "fel")]
    [InlineData(1, "p7")]
    [InlineData(2, "mel")]
    [InlineData(3, "p8")]
    [InlineData(4, "p5")]
    [InlineData(5, "hdr10plus")]
    [InlineData(6, "hdr10")]
    public void Every_kind_of_picture_has_its_own_look(int kind, string look)
    {
        var badges = Render<Badges>(parameters => parameters.Add(part => part.Row, BadgeRow.Of(PreviewFilms.Quality(kind, 1))));

        Assert.Single(badges.FindAll(".b." + look));
    }

    [Fact]
    public void Only_what_differs_from_the_owned_copy_is_outlined()
    {
        var row = BadgeRow.Of(PreviewFilms.Quality(0, 1), PreviewFilms.Quality(2, 1));

        var badges = Render<Badges>(parameters => parameters.Add(part => part.Row, row));

        Assert.Equal(["DV P7 FEL (new)", "Remux (new)"], badges.FindAll(".changed").Select(badge => badge.TextContent));
    }

    [Fact]
    public void A_bar_tells_its_share_to_screen_readers()
    {
        var bar = Render<ProgressBar>(parameters => parameters.Add(part => part.Percent, 64.4));

        Assert.Equal("64", bar.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
    }

    [Fact]
    public void A_trace_says_in_words_what_the_colours_say()
    {
        var trace = Render<Trace>(parameters => parameters.Add(part => part.Steps, [new TraceStep("fel_owned", RuleOutcome.Reject, "A copy is FEL")]));

        Assert.Contains("Ended it", trace.Find("li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_set_is_never_in_the_page()
    {
        var secret = Render<SecretEditor>(parameters => parameters.Add(part => part.Id, "f").Add(part => part.IsSet, true));

        Assert.Empty(secret.FindAll("input"));
    }

    [Fact]
    public void A_toggle_tells_what_it_would_become()
    {
        bool? told = null;
        var toggle = Render<Toggle>(parameters => parameters.Add(part => part.Label, "FEL").Add(part => part.Value, true).Add(part => part.ValueChanged, value => told = value));

        toggle.Find("button").Click();

        Assert.False(told);
    }
}
