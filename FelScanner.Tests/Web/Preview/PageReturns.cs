using FelScanner.Core.Ports;
using Microsoft.Playwright;

namespace FelScanner.Tests.Web.Preview;

/// <summary>The page comes back by itself, and brings back what was typed. How fast is measured elsewhere (benchmarks/live).</summary>
[Collection(PreviewCollection.Name)]
public sealed class PageReturns(PreviewBrowser browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Soon = new() { Timeout = 20_000 };

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task Changes_that_are_not_saved_survive_a_restart(int width)
    {
        var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/settings/notifications", width);
        await tab.Page.GetByLabel("A request expires after").FillAsync("48");
        await tab.Page.GetByRole(AriaRole.Switch, new() { Name = "Atmos by itself" }).ClickAsync();
        await tab.Page.WaitForFunctionAsync("() => sessionStorage.getItem('fel-edits')?.includes('notify_atmos')");

        await using var again = await RestartAsync(host, new PreviewWorld());
        await Assertions.Expect(tab.Page.GetByText("What you had not saved is here again.")).ToBeVisibleAsync(Soon);
        await Assertions.Expect(tab.Page.GetByLabel("A request expires after")).ToHaveValueAsync("48");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Switch, new() { Name = "Atmos by itself" })).ToHaveAttributeAsync("aria-checked", "true");

        Assert.Equal(1, await tab.Page.GetByText("2 unsaved changes").CountAsync());
    }

    [Fact]
    public async Task Words_typed_into_a_field_survive_a_restart()
    {
        var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/history");
        await tab.Page.GetByLabel("Search the history").FillAsync("interst");

        var run = await RunOf(tab.Page);
        await using var again = await RestartAsync(host, new PreviewWorld());
        await tab.Page.WaitForFunctionAsync("run => document.querySelector('meta[name=fel-run]').content !== run", run, new() { Timeout = 20_000 });

        await Assertions.Expect(tab.Page.GetByLabel("Search the history")).ToHaveValueAsync("interst", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_secret_that_was_typed_is_never_thrown_away_unasked_nor_kept_outside()
    {
        var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/settings/connections");
        await tab.Page.GetByLabel("Password").FillAsync("hunter2hunter2");
        await Assertions.Expect(tab.Page.GetByText("1 unsaved change")).ToBeVisibleAsync();

        await using var again = await RestartAsync(host, new PreviewWorld());
        await Assertions.Expect(tab.Page.GetByText("You typed a secret that is not saved yet")).ToBeVisibleAsync(Soon);

        Assert.Equal("hunter2hunter2", await tab.Page.GetByLabel("Password").InputValueAsync());
        Assert.DoesNotContain("hunter2", await tab.Page.EvaluateAsync<string>("() => JSON.stringify([sessionStorage, localStorage])"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_version_loads_the_page_once()
    {
        var host = await PreviewHost.StartAsync(new PreviewWorld(), version: "1.0.0");
        await using var tab = await browser.OpenAsync(host, "/");
        var loads = 0;
        tab.Page.Load += (_, _) => Interlocked.Increment(ref loads);

        await using var again = await RestartAsync(host, new PreviewWorld(lively: false), "2.0.0");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing waits for you" })).ToBeVisibleAsync(Soon);
        await tab.Page.WaitForFunctionAsync("() => window.felPage !== undefined");

        Assert.Equal("2.0.0", await tab.Page.EvaluateAsync<string>("() => document.querySelector('meta[name=fel-version]').content"));
        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task A_lost_network_costs_neither_the_page_nor_its_circuit()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var cable = new Cable(host.Address);
        await using var tab = await browser.OpenAsync(host, "/", through: cable.Address);
        await tab.Page.EvaluateAsync("() => { window.mark = 'the same page'; }");

        cable.Pull();
        await tab.Page.EvaluateAsync("() => window.dispatchEvent(new Event('offline'))");
        await Assertions.Expect(tab.Page.GetByText("The connection is gone. Trying again.")).ToBeVisibleAsync(Soon);
        host.World.Requests.All.RemoveAll(request => request.RequestId == "heat");
        host.World.Bus.Publish(new DomainEvent.RequestChanged("heat"));
        cable.PutBack();
        await tab.Page.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Two films wait for you" })).ToBeVisibleAsync(Soon);

        Assert.Equal("the same page", await tab.Page.EvaluateAsync<string>("() => window.mark"));
    }

    [Fact]
    public async Task Without_the_program_the_app_says_so_in_its_own_look_and_goes_on_by_itself()
    {
        var host = await PreviewHost.StartAsync(new PreviewWorld());
        var port = new Uri(host.Address).Port;
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.Address });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await host.DisposeAsync();

        await page.GotoAsync("/history");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "FelScanner cannot be reached" })).ToBeVisibleAsync(Soon);
        Assert.Equal("rgb(11, 13, 18)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        await using var again = await PreviewHost.StartAsync(new PreviewWorld(), port: port);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "History" })).ToBeVisibleAsync(Soon);
    }

    [Fact]
    public async Task Pulling_the_page_down_loads_it_again()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/history", 390, 844);
        var wire = await tab.Context.NewCDPSessionAsync(tab.Page);
        var loads = 0;
        tab.Page.Load += (_, _) => Interlocked.Increment(ref loads);

        foreach (var (kind, y) in new[] { ("touchStart", 200), ("touchMove", 260), ("touchMove", 360) })
            await wire.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = kind, ["touchPoints"] = new[] { new { x = 180, y } } });
        await wire.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await tab.Page.WaitForFunctionAsync("() => performance.getEntriesByType('navigation')[0].type === 'reload' && window.felPage !== undefined");

        Assert.Equal(1, loads);
    }

    private static Task<string> RunOf(IPage page) => page.EvaluateAsync<string>("() => document.querySelector('meta[name=fel-run]').content");

    private static async Task<PreviewHost> RestartAsync(PreviewHost host, PreviewWorld world, string version = "0.1.0+preview")
    {
        var port = new Uri(host.Address).Port;
        await host.DisposeAsync();
        return await PreviewHost.StartAsync(world, version: version, port: port);
    }
}
