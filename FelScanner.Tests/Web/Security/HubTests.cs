using System.Net;

namespace FelScanner.Tests.Web.Security;

public sealed class HubTests
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    [Fact]
    public async Task The_live_connection_is_closed_to_anonymous_callers()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = server.Program(null);

        using var answer = await client.PostAsync(Negotiate, null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_owners_own_page_may_connect()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = await server.SignedInAsync();
        client.DefaultRequestHeaders.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));

        using var answer = await client.PostAsync(Negotiate, null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task Foreign_origins_are_refused_in_the_demo_too(string origin)
    {
        await using var server = await ServerUnderTest.StartAsync(demo: true);
        using var client = server.Program(null);
        client.DefaultRequestHeaders.Add("Origin", origin);

        using var answer = await client.PostAsync(Negotiate, null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_says_cross_site_is_refused()
    {
        await using var server = await ServerUnderTest.StartAsync(demo: true);
        using var client = server.Program(null);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await client.PostAsync(Negotiate, null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
