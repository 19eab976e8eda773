using System.Net;

namespace FelScanner.Tests.Web.Security.KnownHoles;

/// <summary>Pictures that fetch addresses or climb folders (Tautulli CVE-2026-31804, CVE-2026-31831, CVE-2026-43986).</summary>
public sealed class ImageProxy(ServerWithOwner shared) : IClassFixture<ServerWithOwner>
{
    [Theory]
    [InlineData("/posters/http://127.0.0.1:9/x.png")]
    [InlineData("/posters/http%3A%2F%2F127.0.0.1%3A9%2Fx.png")]
    [InlineData("/posters/..%2f..%2fsettings.json")]
    [InlineData("/posters/../settings.json")]
    [InlineData("/posters/%2e%2e/felscanner.db")]
    [InlineData("/posters/..%5c..%5ckeys")]
    [InlineData("/posters/1%00.png")]
    [InlineData("/posters/-1")]
    [InlineData("/posters/1?url=http://127.0.0.1:9/x.png")]
    [InlineData("/posters/999999999999999999999999")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/_framework/..%2f..%2fFelScanner.Web.dll")]
    [InlineData("/logs/..%2fsettings.json")]
    public async Task Nothing_but_a_films_own_picture_is_served(string path)
    {
        using var client = await shared.Server.SignedInAsync();

        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("api_key", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
