using System.Runtime.CompilerServices;
using FelScanner.Core.Ports;
using Microsoft.Playwright;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Every page in both widths and themes: pictures into artifacts/screenshots, and nothing may stick out or complain.</summary>
[Collection(PreviewCollection.Name)]
public sealed class PageShots(PreviewBrowser browser)
{
    /// <summary>What a box hides of its own sections, headings and controls: nothing there can be scrolled to.</summary>
    private const string CutOff = """
        () => [...document.querySelectorAll('main :is(section, h1, h2, h3, button, input, select, textarea, .card)')].flatMap(one => {
          const inner = one.getBoundingClientRect();
          for (let box = one.parentElement; box && inner.height && one.checkVisibility({ contentVisibilityAuto: true }); box = box.parentElement) {
            const outer = box.getBoundingClientRect();
            if (['hidden', 'clip'].includes(getComputedStyle(box).overflowY) && inner.bottom > outer.bottom + 2 && outer.height > 1)
              return [`${one.tagName} "${one.textContent.trim().slice(0, 40)}" is cut off by ${box.tagName}.${box.className}`];
          }
          return [];
        })
        """;

    public static TheoryData<string, string> Pages => new()
    {
        { "dashboard", "/" }, { "releases", "/releases?open=3" }, { "settings", "/settings/notifications" }, { "settings-connections", "/settings" }, { "settings-feeds", "/settings/feeds" },
        { "settings-downloads", "/settings/downloads" }, { "settings-access", "/settings/access" }, { "history", "/history" }, { "jobs", "/hangfire" }, { "login", "/login?error=wrong" }, { "setup", "/setup" },
        { "welcome", "/welcome/telegram" }, { "settings-advanced", "/settings/advanced" }, { "settings-backup", "/settings/backup" }, { "library", "/library" }, { "film", "/library/6" }, { "request", "/requests/inter" }, { "activity", "/activity" }, { "reports", "/reports" }, { "duplicates", "/library/duplicates" }, { "collections", "/library/collections" }, { "scans", "/library/scans" }, { "logs", "/logs" }, { "missing", "/not-found" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_fits_its_screen_and_the_browser_has_no_complaint(string name, string path)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());

        await ShootAsync(host, name, path, 1400, 1100, ["dark", "light"]);
        await ShootAsync(host, name, path, 390, 844, ["dark", "light"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/library")]
    [InlineData("/releases")]
    [InlineData("/history")]
    [InlineData("/activity")]
    [InlineData("/reports")]
    [InlineData("/hangfire")]
    public async Task An_empty_page_says_what_comes_next(string path)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(lively: false));

        await ShootAsync(host, "empty" + path.Replace('/', '-'), path, 1400, 900, ["dark"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/history")]
    public async Task A_page_that_still_loads_has_the_shape_of_what_comes(string path)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld { Requests = { Stuck = true } });

        await ShootAsync(host, "loading" + path.Replace('/', '-'), path, 1400, 900, ["dark"], loaded: false);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/history")]
    public async Task A_page_that_cannot_load_says_what_to_do(string path)
    {
        var world = new PreviewWorld();
        await using var host = await PreviewHost.StartAsync(world);

        foreach (var width in new[] { 1400, 390 })
        {
            world.Requests.Fault = null;
            await using var watched = await browser.OpenAsync(host, path, width, 900);
            world.Requests.Fault = new ServiceFault("database", FaultKind.Unreachable, "The database does not answer.", "Is the disk of the data folder full?");
            world.Bus.Publish(new DomainEvent.RequestChanged("dune"));
            await Assertions.Expect(watched.Page.GetByText("The database does not answer.").First).ToBeVisibleAsync();
            await watched.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder(), $"error{path.Replace('/', '-')}-{(width > 700 ? "wide" : "phone")}-dark.png") });
            Assert.Equal("Is the disk of the data folder full?", await watched.Page.Locator("[role=alert] p").First.InnerTextAsync());
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/history")]
    [InlineData("/requests/strange")]
    public async Task Long_and_right_to_left_titles_and_a_thousand_rows_fit(string path)
    {
        await using var host = await PreviewHost.StartAsync(PreviewWorld.Hard());

        await ShootAsync(host, "hard" + path.Replace('/', '-'), path, 1400, 1100, ["light"]);
        await ShootAsync(host, "hard" + path.Replace('/', '-'), path, 390, 844, ["dark"]);
    }

    private async Task ShootAsync(PreviewHost host, string name, string path, int width, int height, IReadOnlyList<string> themes, bool loaded = true)
    {
        await using var watched = await browser.OpenAsync(host, path, width, height, themes[0]);
        if (loaded)
            await watched.Page.WaitForFunctionAsync("() => document.querySelectorAll('.skel').length === 0");
        if (width < 700)
            await watched.Page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = "@media (max-width: 720px) { nav.tabs { position: static; } main { padding-bottom: 24px !important; } }" });
        foreach (var theme in themes)
        {
            await watched.WearAsync(theme);
            await watched.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            var file = Path.Combine(Folder(), $"{name}-{(width > 700 ? "wide" : "phone")}-{theme}.png");
            await watched.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = width < 700 && name != "library" });
        }

        var overflow = await watched.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} px wider than the screen of {width} px");
        Assert.Empty(await watched.Page.EvaluateAsync<string[]>(CutOff));
        Assert.Empty(watched.Complaints);
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../artifacts/screenshots"))).FullName;
}
