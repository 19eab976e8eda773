using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FelScanner.Tests.Proofs.KillNine;
using FelScanner.Tests.Web;
using FelScanner.Tests.Web.Preview;
using FelScanner.Web.Demo;
using Microsoft.Playwright;

namespace FelScanner.Tests.EndToEnd;

/// <summary>
/// Hours of use in a row: bursts of releases, decisions, tabs that open and close, services that come and go. What is held afterwards is what was held before.
/// SOAK_MINUTES tells how long (default: half a minute, for every run of the tests, with the program in the tests' own process; two hours by benchmarks/operation/soak.sh, with the
/// published one in a process of its own). Alone in the process, or its figures would be others' too.
/// </summary>
[Collection(SoakCollection.Name)]
public sealed class Soak(PreviewBrowser browser, ITestOutputHelper output)
{
    private const int Burst = 40;
    private const int TabsAtOnce = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Half a minute still warms up; over hours, the target is 2 MiB.</summary>
    private static readonly double Minutes = double.TryParse(Environment.GetEnvironmentVariable("SOAK_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? minutes : 0.5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_held_after_a_long_run_is_what_was_held_before()
    {
        await using var home = Environment.GetEnvironmentVariable(ProgramUnderKill.Variable) is null ? await SoakedHome.InThisProcessAsync() : await SoakedHome.InItsOwnAsync();
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = home.Api.BaseAddress!.ToString() });
        await SignInAsync(context);
        var session = await context.StorageStateAsync();
        var round = 0;
        for (; round < 8; round++)
            await RoundAsync(home, session, round);
        var before = await home.HeldAsync();
        output.WriteLine($"start: {before}");

        var clock = Stopwatch.StartNew();
        for (var last = TimeSpan.Zero; clock.Elapsed < TimeSpan.FromMinutes(Minutes); round++)
        {
            await RoundAsync(home, session, round);
            if (clock.Elapsed - last < TimeSpan.FromMinutes(5))
                continue;
            last = clock.Elapsed;
            output.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss} round {round}: {await home.HeldAsync()}");
        }

        var after = await home.HeldAsync();
        output.WriteLine($"end after {round} rounds: {after}");
        Assert.InRange(after.Heap - before.Heap, long.MinValue, (Minutes < 10 ? 12L : 2L) << 20);
        Assert.InRange(after.Handles - before.Handles, int.MinValue, 20);
        Assert.Equal(0, after.Pages);
        Assert.Null(await home.DamageAsync());
    }

    /// <summary>A burst of releases, a decision, tabs that open and close, one service that is away meanwhile.</summary>
    private async Task RoundAsync(SoakedHome home, string session, int round)
    {
        var services = home.World.Household.Services;
        var away = services[round % services.Count];
        away.Faults.Always("", round % 2 == 0 ? new Fault.Status(503) : new Fault.Reset());
        List<IBrowserContext> tabs = [];
        while (tabs.Count < TabsAtOnce)
            tabs.Add(await VisitAsync(home, session, (round + tabs.Count) % 2 == 0 ? "/" : "/releases"));
        for (var n = 0; n < Burst; n++)
            await home.PostAsync("api/releases", Release((round * Burst) + n, n == 0 ? SoakedHome.Film : $"Unknown Film {n}"));
        await home.RunAsync("check-connections");
        away.Faults.Clear();
        foreach (var tab in tabs)
            await tab.CloseAsync().WaitAsync(Patience, Token);
        foreach (var request in await home.PendingAsync())
            await home.PostAsync("api/download/decline", new JsonObject { ["request_id"] = (string)request!["request_id"]! });
        await home.RunAsync("check-connections");
    }

    private static JsonObject Release(int number, string title) => new()
    {
        ["title"] = $"{title.Replace(' ', '.')}.2000.2160p.UHD.BluRay.REMUX.DV.P7.FEL.TrueHD.Atmos-GRP{number}",
        ["magnet_link"] = $"magnet:?xt=urn:btih:{number:x40}",
        ["size"] = 60_000_000_000L + number,
    };

    /// <summary>A tab of its own, one after the other: several opened or closed at once are now and then never answered by the browser.</summary>
    private async Task<IBrowserContext> VisitAsync(SoakedHome home, string session, string path)
    {
        var tab = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = home.Api.BaseAddress!.ToString(), StorageState = session }).WaitAsync(Patience, Token);
        var page = await tab.NewPageAsync().WaitAsync(Patience, Token);
        await page.GotoAsync(path);
        await page.WaitForFunctionAsync("() => window.felPage !== undefined");
        return tab;
    }

    private static async Task SignInAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/setup");
        await page.FillAsync("input[name=username]", ServerUnderTest.Owner);
        await page.FillAsync("input[name=password]", ServerUnderTest.Password);
        await page.ClickAsync("button[type=submit]");
        await page.GotoAsync("about:blank");
    }
}

[CollectionDefinition(Name, DisableParallelization = true)]
#pragma warning disable CA1515 // xunit finds collections by their public type
public sealed class SoakCollection : ICollectionFixture<PreviewBrowser>
#pragma warning restore CA1515
{
    public const string Name = "alone in the process";
}
