using System.IO.Compression;

namespace FelScanner.Tests.Web.Preview;

/// <summary>What a first visit costs.</summary>
[Collection(PreviewCollection.Name)]
public sealed class PageWeight(PreviewBrowser browser)
{
    private const int Most = 350 * 1024;

    [Fact]
    public async Task Scripts_and_styles_stay_under_350_KB_compressed()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/");

        var loaded = await tab.Page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').map(entry => entry.name).filter(name => /\\.(js|css)(\\?|$)/.test(name))");
        using var http = new HttpClient();
        var bytes = 0L;
        foreach (var url in loaded.Distinct())
            bytes += Compressed(await http.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken));

        Assert.InRange(bytes, 1, Most);
    }

    [Fact]
    public async Task No_font_is_fetched_on_the_first_visit()
    {
        await using var host = await PreviewHost.StartAsync(new PreviewWorld());
        await using var tab = await browser.OpenAsync(host, "/");

        var fonts = await tab.Page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('.woff'))");

        Assert.Empty(fonts);
    }

    private static long Compressed(byte[] content)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(content);
        return into.Length;
    }
}
