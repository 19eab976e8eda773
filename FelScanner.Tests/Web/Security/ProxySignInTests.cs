using System.Net;
using FelScanner.Web.Security;

namespace FelScanner.Tests.Web.Security;

public sealed class ProxySignInTests
{
    private const string On = """{"proxy_user_header":"Remote-User","trusted_proxies":["127.0.0.1"]}""";

    [Fact]
    public async Task A_trusted_proxys_word_signs_in()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync(On);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, "berta"));
    }

    [Theory]
    [InlineData("""{"proxy_user_header":"Remote-User"}""", "berta")]
    [InlineData("""{"proxy_user_header":"Remote-User","trusted_proxies":["10.0.0.1"]}""", "berta")]
    [InlineData("""{"trusted_proxies":["127.0.0.1"]}""", "berta")]
    [InlineData(On, "")]
    [InlineData(On, "   ")]
    [InlineData(On, null)]
    public async Task Nobody_elses_word_does(string settings, string? name)
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync(settings);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, name));
    }

    [Fact]
    public async Task Two_names_are_nobody()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync(On);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, "berta", "owner"));
    }

    [Fact]
    public async Task A_forwarded_address_does_not_make_a_stranger_the_proxy()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync("""{"proxy_user_header":"Remote-User","trusted_proxies":["10.0.0.1"]}""");
        using var client = server.Program(null);
        client.DefaultRequestHeaders.Add("Remote-User", "berta");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.0.0.1");

        using var answer = await client.GetAsync("/api/status", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Before_there_is_an_account_it_leads_to_set_up()
    {
        await using var server = await ServerUnderTest.StartAsync(On);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, "berta"));
    }

    [Fact]
    public async Task Its_people_change_nothing_without_the_antiforgery_token()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync(On);
        using var client = server.Program(null);
        client.DefaultRequestHeaders.Add("Remote-User", "berta");

        using var answer = await client.PostAsync("/api/connections/check", null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("172.18.0.5", "172.18.0.0/16", true)]
    [InlineData("::ffff:172.18.0.5", "172.18.0.0/16", true)]
    [InlineData("::ffff:172.18.0.5", "172.18.0.5", true)]
    [InlineData("172.19.0.5", "172.18.0.0/16", false)]
    [InlineData("fd00::5", "fd00::/8", true)]
    [InlineData("::1", "127.0.0.1", false)]
    public void A_range_covers_what_it_says(string peer, string range, bool covered)
    {
        Assert.Equal(covered, ProxySignIn.Covers([range], IPAddress.Parse(peer)));
    }

    private static async Task<HttpStatusCode> AskAsync(ServerUnderTest server, params string?[] names)
    {
        using var client = server.Program(null);
        foreach (var name in names.OfType<string>())
            client.DefaultRequestHeaders.TryAddWithoutValidation("Remote-User", name);
        using var answer = await client.GetAsync("/api/status", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
