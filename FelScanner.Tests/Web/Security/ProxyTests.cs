using System.Net;
using System.Text.Json;

namespace FelScanner.Tests.Web.Security;

public sealed class ProxyTests
{
    [Theory]
    [InlineData("""{"trusted_proxies":["127.0.0.1"]}""", "203.0.113.9, 198.51.100.7", "198.51.100.7")]
    [InlineData("""{"trusted_proxies":["127.0.0.0/8","198.51.100.0/24"]}""", "203.0.113.9, 198.51.100.7", "203.0.113.9")]
    [InlineData("{}", "203.0.113.9", "127.0.0.1")]
    [InlineData("""{"trusted_proxies":["10.0.0.1"]}""", "203.0.113.9", "127.0.0.1")]
    public async Task The_client_is_the_rightmost_address_that_is_no_trusted_proxy(string settings, string forwarded, string client)
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync(settings);
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);

        using var signIn = await browser.PostAsync("/login", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), TestContext.Current.CancellationToken);
        var sessions = JsonDocument.Parse(await browser.GetStringAsync("/api/access/sessions", TestContext.Current.CancellationToken)).RootElement;

        var address = sessions.EnumerateArray().Single(session => session.GetProperty("current").GetBoolean()).GetProperty("address").GetString();
        Assert.Contains(client, address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_proxy_that_ends_tls_makes_the_cookie_secure()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync("""{"trusted_proxies":["127.0.0.1"]}""");
        using var client = server.Program(null);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await client.PostAsync("/login", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), TestContext.Current.CancellationToken);

        Assert.Contains("secure", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/films/login")]
    [InlineData("/login")]
    public async Task Under_a_base_path_links_carry_it_whether_the_proxy_strips_it_or_not(string path)
    {
        await using var server = await ServerUnderTest.StartAsync("""{"base_path":"/films"}""");
        using var client = server.Program(null);

        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/films/setup", answer.Headers.Location?.ToString());
    }
}
