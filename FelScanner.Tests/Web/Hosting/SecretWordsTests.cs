using FelScanner.Core.Settings;
using FelScanner.Web.Hosting;
using FelScanner.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FelScanner.Tests.Web.Hosting;

public sealed class SecretWordsTests
{
    private const string Canary = "ca/nary+2f81=";

    [Theory]
    [InlineData("the key ca/nary+2f81= was refused")]
    [InlineData("GET /api?apikey=ca%2Fnary%2B2f81%3D")]
    [InlineData("Basic Y2EvbmFyeSsyZjgxPQ==")]
    public void A_secret_is_hidden_in_every_spelling(string line)
    {
        var words = new SecretWords();
        words.Learn([Canary]);

        var hidden = words.Hide(line);

        Assert.Contains(Secret.Mask, hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("2f81", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pass_key_inside_a_feeds_address_is_hidden_by_itself()
    {
        var words = new SecretWords();
        words.Learn(new FelSettings { IpTorrents = new IpTorrentsSettings { RssUrl = new Secret("https://tracker.example/rss;u=7;tp=0123456789abcdef0123") } });

        var hidden = words.Hide("redirected to /download?tp=0123456789abcdef0123");

        Assert.DoesNotContain("0123456789abcdef0123", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_logs_page_nor_the_file_shows_a_secret_in_force()
    {
        await using var server = await ServerUnderTest.StartAsync("""{"plex_token":"canary-0f3a9b"}""");
        var logger = server.Services.GetRequiredService<ILoggerFactory>().CreateLogger("FelScanner.Test");

        logger.Log(LogLevel.Warning, new EventId(1), "token canary-0f3a9b", new InvalidOperationException("inner canary-0f3a9b"), (state, _) => state);

        var line = server.Services.GetRequiredService<ILogView>().Last(200).Single(entry => entry.Source == "FelScanner.Test");
        Assert.DoesNotContain("canary-0f3a9b", line.Message + line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-0f3a9b", await FileAsync(server), StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(ServerUnderTest server)
    {
        var file = Directory.GetFiles(Path.Combine(server.DataFolder, "logs")).Single();
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(open);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
