using System.Collections.Concurrent;
using FelScanner.Tests.Web.Preview;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.QBittorrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FelScanner.Tests.EndToEnd;

/// <summary>The dashboard of the running product in a real browser: what happens shows by itself, in every tab.</summary>
[Collection(PreviewCollection.Name)]
public sealed class InABrowser(PreviewBrowser browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Soon = new() { Timeout = 20_000 };

    [Fact]
    public async Task A_card_appears_by_itself_is_approved_and_every_tab_sees_it_go_and_the_bar_move()
    {
        var world = await Support.SimulatedWorld.StartAsync(options: new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromSeconds(30) } });
        await using var home = await Home.OpenAsync(w => w.Film("Movie", 2021, 900001), world: world);
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = home.Address.ToString() });
        var complaints = new ConcurrentBag<string>();
        var first = await SignedInAsync(context, home, complaints);
        var second = await OpenAsync(context, home, complaints);

        world.FelRelease(world.Household.World.Films[0]);
        await home.RunAsync("check-feeds");
        await Expect(first.Locator("article.req")).ToBeVisibleAsync(Soon);
        await Expect(second.Locator("article.req")).ToBeVisibleAsync(Soon);
        await first.Locator("article.req button.go").ClickAsync();
        await Expect(second.Locator("article.req")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Expect(second.Locator("a.dl")).ToBeVisibleAsync(Soon);
        var early = await second.Locator("a.dl .pct").InnerTextAsync();
        await Expect(second.Locator("a.dl .pct")).Not.ToHaveTextAsync(early, new() { Timeout = 20_000 });

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task By_keys_alone_one_signs_out_and_in_and_saves_a_list()
    {
        await using var home = await Home.OpenAsync(w => w.Film("Movie", 2021, 900001));
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = home.Address.ToString() });
        var complaints = new ConcurrentBag<string>();
        var page = await SignedInAsync(context, home, complaints);
        var keys = new Keys(page);

        await keys.PressOnAsync("Sign out");
        await page.WaitForURLAsync("**/login");
        await keys.RestsOnAsync("User name");
        await page.Keyboard.TypeAsync("anna");
        await keys.TypeAsync("Password", "correct horse battery");
        await keys.PressAsync("Enter");
        await ReadyAsync(page);
        await page.GotoAsync("/releases");
        await ReadyAsync(page);
        await keys.ReachAsync("CSV");
        var list = await page.RunAndWaitForDownloadAsync(() => keys.PressAsync("Enter"));

        Assert.EndsWith(".csv", list.SuggestedFilename, StringComparison.Ordinal);
        Assert.Empty(keys.Faults);
        // Whose session ends, their open page is cut off at once.
        Assert.DoesNotContain(complaints, one => !one.Contains("Connection disconnected", StringComparison.Ordinal));
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext context, Home home, ConcurrentBag<string> complaints)
    {
        var page = await WatchedAsync(context, home, complaints);
        await page.GotoAsync("/setup");
        await page.FillAsync("input[name=username]", "anna");
        await page.FillAsync("input[name=password]", "correct horse battery");
        await page.ClickAsync("button[type=submit]");
        await page.GotoAsync("/");
        await ReadyAsync(page);
        return page;
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, Home home, ConcurrentBag<string> complaints)
    {
        var page = await WatchedAsync(context, home, complaints);
        await page.GotoAsync("/");
        await ReadyAsync(page);
        return page;
    }

    private static Task ReadyAsync(IPage page) => page.WaitForFunctionAsync("() => window.felPage !== undefined");

    private static async Task<IPage> WatchedAsync(IBrowserContext context, Home home, ConcurrentBag<string> complaints)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != home.Address.Authority)
                complaints.Add($"It asked {address.Host}.");
        };
        return page;
    }
}
