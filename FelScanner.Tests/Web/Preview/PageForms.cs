using Microsoft.Playwright;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Settings, wizard and access, as a person uses them, at a desk and on a phone.</summary>
[Collection(PreviewCollection.Name)]
public sealed class PageForms(PreviewBrowser browser)
{
    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task The_wizard_leads_from_step_to_step_and_ends_on_the_dashboard(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/welcome", width);

        await tab.Page.GetByLabel("Address", new() { Exact = true }).FillAsync("http://plex.test:32401");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        foreach (var step in new[] { "Radarr", "qBittorrent", "Telegram", "Feeds", "Paths" })
        {
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = step, Level = 1 })).ToBeVisibleAsync();
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Go on", Exact = true }).ClickAsync();
        }

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Three films wait for you" })).ToBeVisibleAsync();
        Assert.Equal("http://plex.test:32401", host.World.Settings.Show()["plex_url"].GetString());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Without_any_service_the_dashboard_leads_back_to_the_wizard()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(lively: false));
        await using var tab = await browser.OpenAsync(host, "/", 390);

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Set it up" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Plex", Level = 1 })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task A_test_of_a_service_tells_the_cause_and_the_remedy(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/settings/connections", width);

        await tab.Page.Locator("section", new() { HasText = "Radarr" }).Filter(new() { HasText = "In Radarr: Settings" }).GetByRole(AriaRole.Button, new() { Name = "Test" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("Nothing answers at radarr.test:7878.")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("Is Radarr running, and is the port right?")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task A_rule_says_beside_its_switch_what_it_would_have_done_and_is_saved(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/settings/notifications", width);

        await tab.Page.GetByRole(AriaRole.Switch, new() { Name = "… when the layer is not proven" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Turned off: 9 of the last 50 releases would no longer ask.")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("Notifications: saved")).ToBeVisibleAsync();
        Assert.False(host.World.Settings.Show()["notify_fel_unproven"].GetBoolean());
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task A_key_is_shown_once_and_a_lost_phone_is_signed_out(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/settings/access", width);

        await tab.Page.GetByLabel("Who uses it").FillAsync("Dashboard of the hall");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Make it", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("Copy it now: it is not shown again.")).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out Safari on an iPhone" }).ClickAsync();

        await Assertions.Expect(tab.Page.GetByText("Safari on an iPhone")).ToHaveCountAsync(0);
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.GetByText("Dashboard of the hall").First).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.GetByText("Copy it now: it is not shown again.")).ToHaveCountAsync(0);
    }
}
