using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;

namespace FelScanner.Tests.Web.Preview;

/// <summary>The automated half of WCAG 2.2 AA: axe-core finds nothing serious on any page in either theme.</summary>
[Collection(PreviewCollection.Name)]
public sealed class PageAccess(PreviewBrowser browser)
{
    private const string Ask = "async () => JSON.stringify((await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.filter(one => ['serious', 'critical'].includes(one.impact)).map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' || ')}`))";

    [Theory]
    [InlineData("/")]
    [InlineData("/library")]
    [InlineData("/library/6")]
    [InlineData("/library/duplicates")]
    [InlineData("/library/collections")]
    [InlineData("/library/scans")]
    [InlineData("/releases?open=3")]
    [InlineData("/requests/inter")]
    [InlineData("/history")]
    [InlineData("/activity")]
    [InlineData("/reports")]
    [InlineData("/hangfire")]
    [InlineData("/logs")]
    [InlineData("/settings")]
    [InlineData("/settings/feeds")]
    [InlineData("/settings/notifications")]
    [InlineData("/settings/downloads")]
    [InlineData("/settings/access")]
    [InlineData("/settings/backup")]
    [InlineData("/settings/advanced")]
    [InlineData("/login")]
    [InlineData("/setup")]
    [InlineData("/welcome/plex")]
    [InlineData("/welcome/radarr")]
    [InlineData("/welcome/qbittorrent")]
    [InlineData("/welcome/telegram")]
    [InlineData("/welcome/feeds")]
    [InlineData("/welcome/paths")]
    [InlineData("/welcome/rules")]
    [InlineData("/not-found")]
    public async Task No_serious_finding_in_either_theme_at_either_width(string path)
    {
        if (Environment.GetEnvironmentVariable("FELSCANNER_REQUIRE_PEERS") != "1")
            Assert.SkipUnless(File.Exists(Script()), "axe-core is not installed: npm ci in FelScanner.Tests/Peers");
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        var script = await File.ReadAllTextAsync(Script(), TestContext.Current.CancellationToken);

        List<string> findings = [];
        foreach (var width in new[] { 1400, 390 })
        {
            await using var watched = await browser.OpenAsync(host, path, width);
            await watched.Page.WaitForFunctionAsync("() => document.querySelectorAll('.skel').length === 0");
            await watched.Page.EvaluateAsync(script);
            foreach (var theme in new[] { "dark", "light" })
            {
                await watched.WearAsync(theme);
                findings.AddRange(JsonSerializer.Deserialize<string[]>(await watched.Page.EvaluateAsync<string>(Ask))!.Select(finding => $"{width} {theme} {finding}"));
            }
        }

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("What the words mean")]
    [InlineData("Keyboard shortcuts")]
    public async Task No_serious_finding_in_a_sheet_that_is_open(string sheet)
    {
        if (Environment.GetEnvironmentVariable("FELSCANNER_REQUIRE_PEERS") != "1")
            Assert.SkipUnless(File.Exists(Script()), "axe-core is not installed: npm ci in FelScanner.Tests/Peers");
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var watched = await browser.OpenAsync(host, "/", theme: "light");

        await watched.Page.GetByRole(AriaRole.Button, new() { Name = sheet }).First.ClickAsync();
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await watched.Page.EvaluateAsync(await File.ReadAllTextAsync(Script(), TestContext.Current.CancellationToken));

        Assert.Empty(JsonSerializer.Deserialize<string[]>(await watched.Page.EvaluateAsync<string>(Ask))!);
    }

    private static string Script([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../Peers/node_modules/axe-core/axe.min.js"));
}
