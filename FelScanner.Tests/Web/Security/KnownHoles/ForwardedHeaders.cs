using System.Net;

namespace FelScanner.Tests.Web.Security.KnownHoles;

/// <summary>Headers that make a stranger a local or a signed-in caller (Cleanuparr CVE-2026-44183, Sonarr CVE-2026-30975).</summary>
public sealed class ForwardedHeaders(ServerWithOwner shared) : IClassFixture<ServerWithOwner>
{
    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "::1")]
    [InlineData("X-Forwarded-For", "::ffff:127.0.0.1, 10.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1;host=localhost;proto=https")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Original-URL", "/health/live")]
    [InlineData("X-Rewrite-URL", "/login")]
    [InlineData("X-Original-Host", "localhost")]
    [InlineData("Host", "localhost")]
    [InlineData("Remote-User", "anna")]
    [InlineData("X-Forwarded-User", "anna")]
    [InlineData("X-Authentik-Username", "anna")]
    [InlineData("Authorization", "Basic YW5uYTphbm5h")]
    [InlineData("X-HTTP-Method-Override", "GET")]
    public async Task No_header_opens_the_door(string header, string value)
    {
        using var client = shared.Server.Program(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        using var read = await client.GetAsync("/api/settings", TestContext.Current.CancellationToken);
        using var change = await client.PostAsync("/api/settings", ServerUnderTest.Json("{}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, read.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, change.StatusCode);
    }

    [Theory]
    [InlineData("?apikey=")]
    [InlineData("?api_key=")]
    [InlineData("?access_token=")]
    [InlineData("?X-Api-Key=")]
    public async Task A_key_in_the_address_opens_nothing(string query)
    {
        using var client = shared.Server.Program(null);

        using var answer = await client.GetAsync($"/api/settings{query}{shared.Server.ApiKey}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Forged_addresses_do_not_get_round_the_throttle()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = server.Program(null);
        List<HttpStatusCode> answers = [];

        for (var n = 0; n < 19; n++)
        {
            using var guess = new HttpRequestMessage(HttpMethod.Post, "/login") { Content = ServerUnderTest.Form($"user{n}", "wrong password") };
            guess.Headers.Add("X-Forwarded-For", $"203.0.113.{n}");
            using var answer = await client.SendAsync(guess, TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }
}
