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

    [Fact]
    public async Task The_end_of_the_list_is_shown_where_it_is_scrolled_to()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld(films: Films));
        await using var tab = await browser.OpenAsync(host, "/library", 1400, 900);
        await tab.Page.WaitForFunctionAsync("() => document.documentElement.scrollHeight > 1000000");

        await tab.Page.EvaluateAsync("() => window.scrollTo(0, document.documentElement.scrollHeight)");

        await tab.Page.WaitForFunctionAsync("() => { const rows = [...document.querySelectorAll('a.film')].filter(row => row.getBoundingClientRect().top < innerHeight && row.getBoundingClientRect().bottom > 0); return rows.length > 4; }");
        Assert.Empty(tab.Complaints);
    }
}
