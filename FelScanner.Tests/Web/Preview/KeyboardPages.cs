using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Finding, sorting and opening things without a mouse.</summary>
[Collection(PreviewCollection.Name)]
public sealed class KeyboardPages(PreviewBrowser browser)
{
    [Fact]
    public async Task The_first_stop_leads_past_the_menu()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/history", height: 900);
        await Expect(tab.Page.Locator("[data-item]").First).ToBeVisibleAsync();
        var keys = new Keys(tab.Page);

        await tab.Page.ReloadAsync();
        await tab.Page.WaitForFunctionAsync("() => window.felPage !== undefined");
        await Expect(tab.Page.Locator("[data-item]").First).ToBeVisibleAsync();
        await keys.ReachAsync("Skip to the content", "Shift+Tab");
        await keys.PressAsync("Enter");
        await tab.Page.WaitForFunctionAsync("() => document.activeElement.id === 'main'");
        await keys.PressAsync("Tab");

        Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"));
    }

    [Fact]
    public async Task The_sheet_of_keys_closes_and_gives_the_focus_back()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/reports", height: 900);
        var keys = new Keys(tab.Page);

        await keys.ReachAsync("Keyboard shortcuts", "Shift+Tab");
        await keys.PressAsync("?");
        await keys.InDialogAsync();
        await keys.PressAsync("Escape");
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await keys.RestsOnAsync("Keyboard shortcuts");

        Assert.Empty(keys.Faults);
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task A_film_is_searched_filtered_and_opened(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(films: 60));
        await using var tab = await browser.OpenAsync(host, "/library", width, 900);
        var keys = new Keys(tab.Page);
        await Expect(tab.Page.Locator(".film").First).ToBeVisibleAsync();

        await keys.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync("a");
        await tab.Page.WaitForURLAsync("**/library?q=a");
        await keys.PressOnAsync("FEL proven");
        await tab.Page.WaitForURLAsync("**/library?kind=fel_proven*");
        await keys.RestsOnAsync("FEL proven");
        var film = (await tab.Page.Locator(".film[href]").First.GetAttributeAsync("href"))!;
        for (var press = 0; press < 120 && await tab.Page.EvaluateAsync<string?>("() => document.activeElement.getAttribute('href')") != film; press++)
        {
            await keys.PressAsync("Tab");
            Assert.NotEqual("", await keys.HereAsync());
        }

        await keys.PressAsync("Enter");
        await tab.Page.WaitForFunctionAsync("() => document.activeElement.matches('h1') && document.querySelector('.hero') !== null");
        await keys.PressOnAsync("Search the feeds now");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Found now" })).ToBeVisibleAsync();
        await keys.RestsOnAsync("Search the feeds now");
        Assert.Empty(keys.Faults);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task The_library_is_sorted()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(films: 60));
        await using var tab = await browser.OpenAsync(host, "/library", height: 900);
        var keys = new Keys(tab.Page);
        await Expect(tab.Page.Locator(".film").First).ToBeVisibleAsync();

        await keys.PressOnAsync("Sort by size");
        await tab.Page.WaitForURLAsync("**/library?*sort=size*");
        await keys.RestsOnAsync("Sort by size");

        Assert.Empty(keys.Faults);
    }

    [Theory]
    [InlineData("/library/6")]
    [InlineData("/releases?open=3")]
    [InlineData("/requests/inter")]
    [InlineData("/history")]
    [InlineData("/activity")]
    [InlineData("/reports")]
    [InlineData("/hangfire")]
    [InlineData("/logs")]
    [InlineData("/settings")]
    [InlineData("/settings/notifications")]
    [InlineData("/settings/access")]
    [InlineData("/welcome/telegram")]
    public async Task Every_stop_is_seen_and_none_is_a_trap(string path)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(films: 60));
        List<string> faults = [];

        foreach (var width in new[] { 1400, 390 })
        {
            await using var tab = await browser.OpenAsync(host, path, width, 800);
            await tab.Page.WaitForFunctionAsync("() => document.querySelectorAll('.skel').length === 0");
            var keys = new Keys(tab.Page);
            await keys.ReachAsync("Skip to the content");
            faults.AddRange(keys.Faults.Select(fault => $"{width}: {fault}"));
        }

        Assert.Empty(faults);
    }
}
