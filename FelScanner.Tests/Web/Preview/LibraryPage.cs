using static Microsoft.Playwright.Assertions;

namespace FelScanner.Tests.Web.Preview;

/// <summary>The library page with twenty thousand films.</summary>
[Collection(PreviewCollection.Name)]
public sealed class LibraryPage(PreviewBrowser browser)
{
    private const int Films = 20_000;

    [Fact]
    public async Task The_list_stands_in_the_page_before_any_script_runs()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(films: Films));
        using var http = new HttpClient();

        var page = await http.GetStringAsync(new Uri(host.Address + "/library"), TestContext.Current.CancellationToken);

        Assert.Equal(24, page.Split("<a class=\"film\"").Length - 1);
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(390)]
    public async Task The_reading_of_layers_leaves_the_heading_its_room(int width)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(films: 60, reading: true));
        await using var tab = await browser.OpenAsync(host, "/library", width);

        await Expect(tab.Page.Locator(".probe")).ToContainTextAsync("Reading layers: 10,449 of 20,000 copies, 3 h left");
        var heading = await tab.Page.Locator("main h1").BoundingBoxAsync();

        Assert.InRange(heading!.Height, 1, 48);
        Assert.Equal(0, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Theory]
    [InlineData(1400, 900)]
    [InlineData(390, 844)]
    public async Task The_list_follows_every_key_and_the_address_follows_the_pause(int width, int height)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(films: Films));
        await using var tab = await browser.OpenAsync(host, "/library?sort=title", width, height);
        await tab.Page.WaitForFunctionAsync("() => document.querySelectorAll('a.film').length >= 24");
        var title = await tab.Page.EvalOnSelectorAsync<string>("a.film:nth-of-type(7) h3 bdi", "title => title.textContent");

        await tab.Page.Locator("[data-search]").PressSequentiallyAsync(title);

        await tab.Page.WaitForFunctionAsync("title => [...document.querySelectorAll('a.film h3 bdi')].every(one => one.textContent.includes(title))", title);
        await tab.Page.WaitForFunctionAsync("title => new URLSearchParams(location.search).get('q') === title", title);
        await tab.Page.Locator("[data-search]").FillAsync("");
        await tab.Page.WaitForFunctionAsync("() => !location.search.includes('q=') && document.querySelectorAll('a.film').length >= 24");
        Assert.Empty(tab.Complaints);
    }

    [Theory]
    [InlineData(1400, 900)]
    [InlineData(390, 844)]
    public async Task What_stands_where_one_has_scrolled_to_stays_there_and_only_that_is_drawn(int width, int height)
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(films: Films));
        await using var tab = await browser.OpenAsync(host, "/library?sort=title", width, height);
        await tab.Page.WaitForFunctionAsync("() => document.documentElement.scrollHeight > 1000000");

        foreach (var share in new[] { 1.0, 0.5, 0.0, 1.0 })
        {
            await tab.Page.EvaluateAsync("share => window.scrollTo(0, share * (document.documentElement.scrollHeight - innerHeight))", share);
            await tab.Page.WaitForFunctionAsync($"() => {FilledShare} > 0.4");
            await tab.Page.EvaluateAsync(ListRests);

            var filled = await tab.Page.EvaluateAsync<double>("() => " + FilledShare);
            var drawn = await tab.Page.EvaluateAsync<int>("() => document.querySelectorAll('a.film').length");
            Assert.True(filled > 0.4, $"At {share:P0} of the list, rows fill {filled:P0} of the window.");
            Assert.InRange(drawn, 24, 70);
        }

        Assert.Empty(tab.Complaints);
    }

    /// <summary>How much of the window is filled with films.</summary>
    private const string FilledShare =
        "[...document.querySelectorAll('a.film')].reduce((sum, row) => sum + Math.max(0, Math.min(innerHeight, row.getBoundingClientRect().bottom) - Math.max(0, row.getBoundingClientRect().top)), 0) / innerHeight";

    /// <summary>Resolves when nothing has changed in the list for half a second.</summary>
    private const string ListRests =
        """
        () => new Promise(rested => {
          let timer;
          const again = () => { clearTimeout(timer); timer = setTimeout(() => { seen.disconnect(); rested(); }, 500); };
          const seen = new MutationObserver(again);
          seen.observe(document.querySelector('.films'), { childList: true, subtree: true, attributes: true });
          again();
        })
        """;
}
