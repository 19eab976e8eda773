using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using FelScanner.Tests.Web;
using FelScanner.Tests.Web.Preview;
using Microsoft.Playwright;

namespace FelScanner.Tests.EndToEnd;

/// <summary>Markup in names and titles, in every view and every message: it is text everywhere.</summary>
[Collection(PreviewCollection.Name)]
public sealed class MarkupEverywhere(PreviewBrowser browser)
{
    private const string Title = "Dune <img src=x onerror=window.hacked=1> & <b>Part</b>";

    private static readonly string[] Pages =
    [
        "/", "/library", "/library/1", "/releases", "/releases?open=1", "/history", "/activity", "/reports", "/hangfire", "/logs", "/settings", "/settings/feeds", "/settings/notifications", "/settings/downloads",
    ];

    private static readonly string[] Hostile =
    [
        "<script>window.hacked=1</script>.2021.2160p.DV.FEL-GRP", "Film.2021.2160p.DV.FEL-<svg/onload=window.hacked=1>", "\"><img src=x onerror=window.hacked=1>.2021.2160p", "javascript:window.hacked=1//.2021.2160p.DV",
        "Film 2021 2160p <a href=javascript:window.hacked=1>x</a> DV P7 FEL", "{{constructor.constructor('window.hacked=1')()}} 2021 2160p DV", "Film\u202e2021\u0000 2160p DV FEL", "</title><script>window.hacked=1</script> 2021 2160p DV",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Markup_is_text_in_every_view_and_message()
    {
        await using var home = await Home.OpenAsync(
            world => world.FelRelease(world.Film(Title, 2021, 900001)),
            settings => settings["groups_preferred"] = new JsonArray("<img src=x onerror=window.hacked=1>"));
        await home.RunAsync("check-feeds");
        foreach (var name in Hostile)
            await home.PostAsync("api/releases", new JsonObject { ["title"] = name, ["magnet_link"] = $"magnet:?xt=urn:btih:{Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(name)))}", ["description"] = "<script>window.hacked=1</script>", ["feed"] = "<b>feed</b>" });
        var message = await home.MessageAsync("the request", sent => sent.Text.Contains("Part", StringComparison.Ordinal));
        var pending = Assert.Single(await home.PendingAsync());

        var complaints = await BrowseAsync(home, [.. Pages, $"/requests/{(string)pending!["request_id"]!}"]);

        Assert.Empty(complaints);
        Assert.Contains("&lt;b&gt;Part&lt;/b&gt;", message.Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyCollection<string>> BrowseAsync(Home home, string[] pages)
    {
        var complaints = new ConcurrentBag<string>();
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = home.Address.ToString() });
        var page = await context.NewPageAsync();
        page.Dialog += (_, dialog) => complaints.Add($"{page.Url}: a dialog, {dialog.Message}");
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Console += (_, line) =>
        {
            if (line.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
                complaints.Add($"{page.Url}: {line.Text}");
        };
        await page.GotoAsync("/setup");
        await page.FillAsync("input[name=username]", ServerUnderTest.Owner);
        await page.FillAsync("input[name=password]", ServerUnderTest.Password);
        await page.ClickAsync("button[type=submit]");
        foreach (var path in pages)
        {
            await page.GotoAsync(path);
            await page.WaitForFunctionAsync("() => window.felPage !== undefined");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            if (await page.EvaluateAsync<bool>("() => window.hacked !== undefined || document.querySelector('main img[src=\"x\"], main svg[onload], main script, main a[href^=\"javascript:\"]') !== null"))
                complaints.Add($"{path}: markup of a name became part of the page");
        }

        Token.ThrowIfCancellationRequested();
        return complaints;
    }
}
