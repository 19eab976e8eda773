using FelScanner.Core.Ports;
using Microsoft.Playwright;

namespace FelScanner.Tests.Web.Preview;

/// <summary>The cards of the dashboard under fingers and keys.</summary>
[Collection(PreviewCollection.Name)]
public sealed class PageCards(PreviewBrowser browser)
{
    private const string Film = "Blade Runner 2049 2017";

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task An_approval_shows_before_it_is_through(int width)
    {
        var through = new TaskCompletionSource();
        await using var host = await PreviewHost.StartAsync(new PreviewWorld { Actions = { Approving = through.Task } });
        await using var tab = await browser.OpenAsync(host, "/", width);
        var card = tab.Page.GetByRole(AriaRole.Article, new() { Name = Film });

        await card.GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true }).ClickAsync();
        await Assertions.Expect(card).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Page.GetByText("Sending to qBittorrent")).ToBeVisibleAsync();
        through.SetResult();
        await Assertions.Expect(tab.Page.GetByText("Sending to qBittorrent")).ToHaveCountAsync(0);

        await Assertions.Expect(card).ToHaveCountAsync(0);
        Assert.Equal(["approve blade"], host.World.Actions.Pressed);
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task An_approval_that_comes_to_nothing_brings_the_card_back_and_says_why(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld { Actions = { TooLate = "Kim was first and skipped it." } });
        await using var tab = await browser.OpenAsync(host, "/", width);
        var card = tab.Page.GetByRole(AriaRole.Article, new() { Name = Film });

        await card.GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("Kim was first and skipped it.")).ToBeVisibleAsync();
        await Assertions.Expect(card).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Page.GetByText("Sending to qBittorrent")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_layer_that_is_only_claimed_asks_nothing_twice()
    {
        await using var host = await PreviewHost.StartAsync(PreviewWorld.Hard());
        await using var tab = await browser.OpenAsync(host, "/");

        await tab.Page.GetByRole(AriaRole.Article, new() { Name = "وجدة 2012" }).GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Article, new() { Name = "وجدة 2012" })).ToHaveCountAsync(0);

        Assert.Equal(["approve wadjda"], host.World.Actions.Pressed);
    }

    [Fact]
    public async Task Every_way_to_skip_is_reached_by_keys()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/");
        var more = tab.Page.GetByRole(AriaRole.Article, new() { Name = Film }).GetByRole(AriaRole.Button, new() { Name = "More ways to skip" });

        await more.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Skip this release" })).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(more).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Skip this release" })).ToBeFocusedAsync();
        foreach (var _ in Enumerable.Range(0, 4))
            await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Article, new() { Name = Film })).ToHaveCountAsync(0);

        Assert.Equal(["snooze blade 24"], host.World.Actions.Pressed);
    }

    [Fact]
    public async Task The_sheet_of_keys_opens_by_a_key_and_keys_lead_to_pages()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/");

        await tab.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Download what is in focus");
        await Assertions.Expect(tab.Page.Locator(".rz-dialog:focus, .rz-dialog :focus")).ToHaveCountAsync(1);
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await tab.Page.Keyboard.PressAsync("g");
        await tab.Page.Keyboard.PressAsync("l");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Library", Level = 1 })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task A_badge_and_a_list_of_words_are_one_tap_away(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/", width);

        await tab.Page.GetByRole(AriaRole.Article, new() { Name = Film }).GetByText("DV P7 MEL", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".tip")).ToHaveTextAsync("Minimal enhancement layer: the second layer is empty but for instructions.");
        await tab.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "What the words mean" }).First.ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Full enhancement layer.");
    }

    [Fact]
    public async Task Title_and_icon_of_the_tab_tell_what_waits_and_that_something_is_wrong()
    {
        var world = new PreviewWorld();
        await using var host = await PreviewHost.StartAsync(world);
        await using var tab = await browser.OpenAsync(host, "/history");
        await Assertions.Expect(tab.Page).ToHaveTitleAsync("(3) History · FelScanner");
        await Assertions.Expect(tab.Page.Locator("link[rel=icon]")).ToHaveAttributeAsync("href", "icons/icon.svg");

        world.Findings.Put(new Finding("plex", FindingSeverity.Error, "Plex does not answer.", "Start it.", DateTimeOffset.UtcNow, "/settings/connections"));
        world.Bus.Publish(new DomainEvent.HealthChanged());

        await Assertions.Expect(tab.Page.Locator("link[rel=icon]")).ToHaveAttributeAsync("href", "icons/icon-dot.svg");
    }
}
