using FelScanner.Tests.Support;
using FelScanner.Web.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Every decision of the dashboard without a mouse.</summary>
[Collection(PreviewCollection.Name)]
public sealed class KeyboardDecisions(PreviewBrowser browser)
{
    private const string Blade = "Blade Runner 2049 2017";

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task An_approval_hands_the_focus_to_the_next_card(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await OpenAsync(host, width);
        var keys = new Keys(tab.Page);

        await keys.ReachAsync(Blade);
        await keys.PressOnAsync("Download");
        await Expect(Card(tab, Blade)).ToHaveCountAsync(0);
        await keys.RestsOnAsync("Dune 2021");

        Assert.Equal(["approve blade"], host.World.Actions.Pressed);
        Assert.Empty(keys.Faults);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_skip_is_taken_back_by_a_key()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await OpenAsync(host);
        var keys = new Keys(tab.Page);

        await keys.ReachAsync(Blade);
        await keys.PressOnAsync("Skip", "Space");
        await keys.RestsOnAsync("Dune 2021");
        await keys.PressAsync("u");
        await Expect(Card(tab, Blade)).ToHaveCountAsync(1);

        Assert.Empty(host.World.Actions.Pressed);
        Assert.NotEqual("", await keys.HereAsync());
    }

    [Fact]
    public async Task A_question_holds_the_focus_and_gives_it_back()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await OpenAsync(host);
        var keys = new Keys(tab.Page);

        await keys.ReachAsync("Heat 1995");
        await keys.PressOnAsync("Download");
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keys.InDialogAsync();
        foreach (var key in new[] { "Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab" })
        {
            await keys.PressAsync(key);
            await keys.InDialogAsync();
            await keys.HereAsync();
        }

        await keys.PressAsync("Escape");
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await keys.RestsOnAsync("Download");
        Assert.Empty(host.World.Actions.Pressed);
        Assert.Empty(keys.Faults);
    }

    [Fact]
    public async Task The_other_release_of_a_card_is_chosen()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await OpenAsync(host);
        var keys = new Keys(tab.Page);

        await keys.ReachAsync("Dune 2021");
        await keys.ReachAsync("Download");
        await keys.PressOnAsync("Download");
        await Expect(Card(tab, "Dune 2021")).ToHaveCountAsync(0);
        await keys.RestsOnAsync(Blade);

        Assert.Equal(["approve dune-2"], host.World.Actions.Pressed);
    }

    [Theory]
    [InlineData(1400, "Ask again tomorrow", "snooze blade 24")]
    [InlineData(390, "Ask again in 6 hours", "snooze blade 6")]
    public async Task A_card_is_put_off(int width, string words, string pressed)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await OpenAsync(host, width);
        var keys = new Keys(tab.Page);

        await keys.ReachAsync(Blade);
        await keys.PressOnAsync("More ways to skip");
        await keys.RestsOnAsync("Skip this release");
        await keys.PressOnAsync(words);
        await keys.RestsOnAsync("Dune 2021");

        Assert.Equal([pressed], host.World.Actions.Pressed);
        Assert.Empty(keys.Faults);
    }

    [Theory]
    [InlineData("Never ask about the group", SkipScope.Group)]
    [InlineData("Never ask about Blade Runner", SkipScope.Film)]
    public async Task A_group_or_a_film_is_silenced(string words, SkipScope scope)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await OpenAsync(host);
        var keys = new Keys(tab.Page);

        await keys.ReachAsync(Blade);
        await keys.PressOnAsync("More ways to skip");
        await keys.RestsOnAsync("Skip this release");
        await keys.PressOnAsync(words);
        await Expect(tab.Page.GetByText("Skipped.").Or(tab.Page.GetByText("will not be asked about again"))).ToHaveCountAsync(1);
        await Expect(Card(tab, Blade)).ToHaveCountAsync(0);
        await Eventually.BecomesAsync("the decision", TimeSpan.FromSeconds(30), () => Task.FromResult(host.World.Actions.Pressed.Count > 0 ? host : null));

        Assert.Equal([$"decline blade {scope}"], host.World.Actions.Pressed);
        Assert.NotEqual("", await keys.HereAsync());
    }

    private static ILocator Card(WatchedPage tab, string name) => tab.Page.GetByRole(AriaRole.Article, new() { Name = name });

    private async Task<WatchedPage> OpenAsync(PreviewHost host, int width = 1400)
    {
        var tab = await browser.OpenAsync(host, "/", width, 900);
        await Expect(tab.Page.Locator("[data-item]").First).ToBeVisibleAsync();
        return tab;
    }
}
