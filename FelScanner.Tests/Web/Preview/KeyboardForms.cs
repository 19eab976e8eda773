using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Writing, saving and pressing without a mouse.</summary>
[Collection(PreviewCollection.Name)]
public sealed class KeyboardForms(PreviewBrowser browser)
{
    [Fact]
    public async Task A_fault_is_told_beside_its_field_and_a_saved_change_keeps_the_focus()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/settings/notifications");
        var keys = new Keys(tab.Page);

        await keys.TypeAsync("A request expires after", "soon");
        await Expect(tab.Page.GetByLabel("A request expires after")).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("This must be a number"));
        await Expect(tab.Page.GetByLabel("A request expires after")).ToHaveAttributeAsync("aria-invalid", "true");
        await keys.PressAsync("ControlOrMeta+a");
        await tab.Page.Keyboard.TypeAsync("12");
        await Expect(tab.Page.GetByLabel("A request expires after")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await keys.PressOnAsync("Save");
        await Expect(tab.Page.GetByText("Notifications: saved")).ToBeVisibleAsync();
        await Expect(tab.Page.Locator(".save")).ToHaveCountAsync(0);
        await tab.Page.WaitForFunctionAsync("() => document.activeElement !== document.body");

        Assert.Empty(keys.Faults);
    }

    [Fact]
    public async Task Leaving_with_unsaved_changes_asks()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/settings/notifications");
        var keys = new Keys(tab.Page);

        await keys.TypeAsync("A request expires after", "13");
        await Expect(tab.Page.Locator(".save")).ToHaveCountAsync(1);
        await keys.ReachAsync("History", "Shift+Tab");
        await keys.PressAsync("Enter");
        await keys.InDialogAsync();
        await keys.PressOnAsync("Stay");
        await keys.RestsOnAsync("History");

        Assert.EndsWith("/settings/notifications", tab.Page.Url, StringComparison.Ordinal);
        Assert.Empty(keys.Faults);
    }

    [Fact]
    public async Task A_key_for_a_program_is_made_and_ended()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/settings/access");
        var keys = new Keys(tab.Page);

        await keys.TypeAsync("Who uses it", "A script");
        await keys.PressOnAsync("Make it");
        await Expect(tab.Page.GetByText("Copy it now: it is not shown again.")).ToBeVisibleAsync();
        await keys.ReachAsync("End", "Shift+Tab");
        await keys.PressAsync("Enter");
        await keys.InDialogAsync();
        await keys.PressOnAsync("End it");
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await keys.InDialogAsync(false);

        Assert.Empty(keys.Faults);
    }

    [Theory]
    [InlineData("/hangfire", "Run now")]
    [InlineData("/releases?open=3", "Never this release")]
    public async Task A_press_is_answered_and_keeps_its_place(string path, string button)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, path);
        var keys = new Keys(tab.Page);

        await keys.PressOnAsync(button);
        await Expect(tab.Page.Locator(".toast")).ToHaveCountAsync(1);
        await keys.RestsOnAsync(button);

        Assert.Single(host.World.Actions.Pressed);
        Assert.Empty(keys.Faults);
    }

    [Fact]
    public async Task On_a_phone_the_sheet_of_pages_leads_on()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/history", 390);
        var keys = new Keys(tab.Page);

        await keys.PressOnAsync("More");
        await keys.InDialogAsync();
        await keys.PressAsync("Escape");
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await keys.RestsOnAsync("More");
        await keys.PressAsync("Enter");
        await keys.InDialogAsync();
        await keys.PressOnAsync("Jobs");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Jobs", Level = 1 })).ToBeFocusedAsync();

        Assert.Empty(keys.Faults);
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task The_wizard_is_walked_to_its_end(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/welcome", width);
        var keys = new Keys(tab.Page);

        await keys.TypeAsync("Address", "http://plex.test:32401");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" })).ToBeEnabledAsync();
        Assert.Equal("http://plex.test:32401", await tab.Page.GetByLabel("Address", new() { Exact = true }).InputValueAsync());
        await keys.PressOnAsync("Save and go on");
        foreach (var step in new[] { "Radarr", "qBittorrent", "Telegram", "Feeds", "Paths" })
        {
            await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = step, Level = 1 })).ToBeFocusedAsync();
            await keys.PressOnAsync("Go on");
        }

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Rules", Level = 1 })).ToBeFocusedAsync();
        await keys.PressOnAsync("Done");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Three films wait for you" })).ToBeFocusedAsync();
        Assert.Empty(keys.Faults);
    }
}
