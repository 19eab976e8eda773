using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace FelScanner.Tests.Web.Preview;

/// <summary>One Chromium for all browser tests of the pages.</summary>
public sealed class PreviewBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.CloseAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page of its own that remembers every complaint of the browser and every foreign request.</summary>
    internal async Task<WatchedPage> OpenAsync(PreviewHost host, string path, int width = 1400, int height = 1100, string theme = "dark", string? through = null)
    {
        var address = through ?? host.Address;
        var context = await Chromium.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, HasTouch = width < 800, BaseURL = address, TimezoneId = "Europe/Berlin", ServiceWorkers = ServiceWorkerPolicy.Block });
        await context.AddInitScriptAsync($"localStorage.setItem('fel-theme', '{theme}')");
        var page = await context.NewPageAsync();
        var complaints = new ConcurrentBag<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Location.Contains("/posters/", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("ws://127.0.0.1", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                complaints.Add("asked another host: " + request.Url);
        };
        await page.GotoAsync(path);
        await page.WaitForFunctionAsync("() => window.felPage !== undefined || document.querySelector('main.auth') !== null");
        return new WatchedPage(context, page, complaints);
    }
}

internal sealed record WatchedPage(IBrowserContext Context, IPage Page, ConcurrentBag<string> Complaints) : IAsyncDisposable
{
    /// <summary>The same page in the other colours, once they have stopped changing.</summary>
    public Task WearAsync(string theme) => Page.EvaluateAsync(
        "theme => { document.documentElement.dataset.theme = theme; return Promise.allSettled(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished)).then(() => null); }", theme);

    public async ValueTask DisposeAsync() => await Context.CloseAsync();
}

[CollectionDefinition(Name)]
#pragma warning disable CA1515 // xunit finds collections by their public type
public sealed class PreviewCollection : ICollectionFixture<PreviewBrowser>
#pragma warning restore CA1515
{
    public const string Name = "pages in a browser";
}
