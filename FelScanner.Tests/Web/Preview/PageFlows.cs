using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using Microsoft.Playwright;

namespace FelScanner.Tests.Web.Preview;

/// <summary>What a person does on the pages, in a real browser.</summary>
[Collection(PreviewCollection.Name)]
public sealed class PageFlows(PreviewBrowser browser)
{
    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task An_approval_in_one_tab_empties_the_card_in_the_other(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var one = await browser.OpenAsync(host, "/", width);
        await using var two = await browser.OpenAsync(host, "/", width);
        await Assertions.Expect(two.Page.GetByRole(AriaRole.Article, new() { Name = "Blade Runner 2049 2017" })).ToBeVisibleAsync();

        await one.Page.GetByRole(AriaRole.Article, new() { Name = "Blade Runner 2049 2017" }).GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true }).ClickAsync();
        await Assertions.Expect(two.Page.GetByRole(AriaRole.Article, new() { Name = "Blade Runner 2049 2017" })).ToHaveCountAsync(0);

        Assert.Equal(["approve blade"], host.World.Actions.Pressed);
        await Assertions.Expect(two.Page).ToHaveTitleAsync("(2) FelScanner");
        Assert.Empty(one.Complaints);
    }

    [Fact]
    public async Task A_warning_that_costs_something_wants_a_second_yes()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/");

        await tab.Page.GetByRole(AriaRole.Article, new() { Name = "Heat 1995" }).GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Leave it" }).ClickAsync();

        Assert.Empty(host.World.Actions.Pressed);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Too_little_space_asks_again_and_then_goes_on()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld { Actions = { NoSpace = true } });
        await using var tab = await browser.OpenAsync(host, "/");

        await tab.Page.GetByRole(AriaRole.Article, new() { Name = "Blade Runner 2049 2017" }).GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Download anyway" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Article, new() { Name = "Blade Runner 2049 2017" })).ToHaveCountAsync(0);

        Assert.Equal(["approve blade", "approve blade force"], host.World.Actions.Pressed);
    }

    [Fact]
    public async Task A_skip_can_be_taken_back()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/");
        var card = tab.Page.GetByRole(AriaRole.Article, new() { Name = "Blade Runner 2049 2017" });

        await card.GetByRole(AriaRole.Button, new() { Name = "Skip", Exact = true }).ClickAsync();
        await Assertions.Expect(card).ToHaveCountAsync(0);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(card).ToHaveCountAsync(1);

        Assert.Empty(host.World.Actions.Pressed);
    }

    [Fact]
    public async Task The_keyboard_alone_moves_and_approves()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/");
        await Assertions.Expect(tab.Page.Locator("[data-item]").First).ToBeVisibleAsync();

        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Article, new() { Name = "Blade Runner 2049 2017" })).ToHaveCountAsync(0);

        Assert.Equal(["approve blade"], host.World.Actions.Pressed);
    }

    [Fact]
    public async Task A_moving_download_moves_the_bar_without_a_reload()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Interstellar" })).ToHaveAttributeAsync("aria-valuenow", "64");

        var moved = host.World.Downloads.Now.Select(download => download with { Torrent = PreviewRequestRows.Torrent("x", "downloading", 0.71, 54, 76, 58_100_000, 37, 300) });
        host.World.Downloads.Put([.. moved]);

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Interstellar" })).ToHaveAttributeAsync("aria-valuenow", "71");
    }

    [Fact]
    public async Task A_press_elsewhere_is_on_every_tab_within_a_second()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/");
        var card = tab.Page.GetByRole(AriaRole.Article, new() { Name = "Blade Runner 2049 2017" });
        await Assertions.Expect(card).ToHaveCountAsync(1);

        host.World.Requests.Put("blade", request => request with { Status = RequestStatus.Approved, DecidedBy = "Kim", DecidedIn = "telegram", DecidedAt = DateTimeOffset.UtcNow });
        host.World.Bus.Publish(new DomainEvent.RequestChanged("blade"));

        await Assertions.Expect(card).ToHaveCountAsync(0, new() { Timeout = 1000 });
        await Assertions.Expect(tab.Page.GetByText("by Kim, in Telegram, just now")).ToBeVisibleAsync(new() { Timeout = 1000 });
    }

    [Fact]
    public async Task Unsaved_settings_are_guarded_and_a_bad_value_cannot_be_saved()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/settings/notifications");

        await tab.Page.GetByLabel("A request expires after").FillAsync("soon");
        await Assertions.Expect(tab.Page.GetByText("This must be a number.")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeDisabledAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).First.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Stay" }).ClickAsync();

        Assert.EndsWith("/settings/notifications", tab.Page.Url, StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task The_page_is_live_again_by_itself_after_a_restart()
    {
        var host = await PreviewHost.StartAsync(new PreviewWorld());
        var port = new Uri(host.Address).Port;
        await using var tab = await browser.OpenAsync(host, "/");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Three films wait for you" })).ToBeVisibleAsync();

        await host.DisposeAsync();
        var world = new PreviewWorld(lively: false);
        await using var again = await PreviewHost.StartAsync(world, port: port);

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing waits for you" })).ToBeVisibleAsync(new() { Timeout = 4000 });
    }
}
