using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Releases, history and log: filtered, searched and saved without a mouse.</summary>
[Collection(PreviewCollection.Name)]
public sealed class KeyboardLists(PreviewBrowser browser)
{
    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task Releases_are_filtered_and_one_is_asked_about_anyway(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/releases", width);
        var keys = new Keys(tab.Page);

        await keys.PressOnAsync("Quiet");
        await tab.Page.WaitForURLAsync("**/releases?show=skip*");
        await keys.RestsOnAsync("Quiet");
        await keys.PressAsync("j");
        await keys.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Ask me anyway" })).ToBeVisibleAsync();
        await keys.PressOnAsync("Ask me anyway");
        await Expect(tab.Page.Locator(".toast")).ToHaveCountAsync(1);

        Assert.StartsWith("ask ", Assert.Single(host.World.Actions.Pressed), StringComparison.Ordinal);
        Assert.Empty(keys.Faults);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_name_is_tried()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/releases");
        var keys = new Keys(tab.Page);

        await keys.PressAsync("/");
        await keys.RestsOnAsync("A release name to try");
        await tab.Page.Keyboard.TypeAsync("Heat.1995.2160p.UHD.BluRay.REMUX.DV.P7.FEL-GRP");
        await keys.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Complementary, new() { Name = "The name you tried" })).ToBeVisibleAsync();
        await keys.PressOnAsync("Back to the list");
        await Expect(tab.Page.GetByRole(AriaRole.Complementary, new() { Name = "The name you tried" })).ToHaveCountAsync(0);

        Assert.NotEqual("", await keys.HereAsync());
        Assert.Empty(keys.Faults);
    }

    [Fact]
    public async Task The_history_is_searched_and_a_decision_opened()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/history");
        var keys = new Keys(tab.Page);
        var title = (await tab.Page.Locator("[data-item] h3 bdi").First.InnerTextAsync()).Trim();

        await keys.PressAsync("/");
        await keys.RestsOnAsync("Search");
        await tab.Page.Keyboard.TypeAsync(title);
        await keys.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**/history?q=*");
        await keys.PressAsync("Tab");
        await keys.PressAsync("j");
        await keys.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**/requests/*");

        Assert.Empty(keys.Faults);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task The_log_is_searched_and_saved()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/logs");
        var keys = new Keys(tab.Page);

        await keys.PressAsync("/");
        await keys.RestsOnAsync("Search the log");
        await tab.Page.Keyboard.TypeAsync("no line says this");
        await Expect(tab.Page.GetByText("No such line")).ToBeVisibleAsync();
        await keys.ReachAsync("Pause");
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => keys.PressOnAsync("Download"));
        await keys.RestsOnAsync("Download");

        Assert.EndsWith(".log", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Empty(keys.Faults);
    }

    [Fact]
    public async Task A_menu_closes_when_the_focus_leaves_it()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await Keys.OpenAsync(browser, host, "/");
        var keys = new Keys(tab.Page);

        await keys.PressOnAsync("More ways to skip");
        await keys.RestsOnAsync("Skip this release");
        await keys.ReachAsync("Ask again tomorrow");
        await Expect(tab.Page.Locator(".menu .drop")).ToHaveCountAsync(1);
        await keys.PressAsync("Tab");
        await Expect(tab.Page.Locator(".menu .drop")).ToHaveCountAsync(0);

        Assert.NotEqual("", await keys.HereAsync());
        Assert.Empty(keys.Faults);
    }
}
