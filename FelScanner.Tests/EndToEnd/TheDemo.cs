using FelScanner.Tests.Web.Preview;
using FelScanner.Web.Cli;
using FelScanner.Web.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FelScanner.Tests.EndToEnd;

/// <summary>What a newcomer sees: a message in the demo's chat whose button turns it into a moving download.</summary>
[Collection(PreviewCollection.Name)]
public sealed class TheDemo(PreviewBrowser browser)
{
    [Fact]
    public async Task A_press_in_the_demos_chat_begins_a_download_that_moves()
    {
        await using var demo = await DemoRun.StartAsync(TestContext.Current.CancellationToken);
        await using var app = demo.Build(new ServerOptions { DataFolder = "", Urls = "http://127.0.0.1:0", Demo = true, Quiet = true });
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = app.Urls.First() });
        var chat = await context.NewPageAsync();
        var dashboard = await context.NewPageAsync();

        await dashboard.GotoAsync("/");
        await chat.GotoAsync("/demo/telegram");
        await chat.GetByRole(AriaRole.Button, new() { Name = "✅ Download" }).First.ClickAsync(new() { Timeout = 60_000 });
        await Expect(dashboard.Locator("a.dl")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var early = await dashboard.Locator("a.dl .pct").InnerTextAsync();
        await Expect(dashboard.Locator("a.dl .pct")).Not.ToHaveTextAsync(early, new() { Timeout = 30_000 });

        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
