using System.Net;
using System.Text.RegularExpressions;

namespace FelScanner.Tests.Web.Security;

public sealed partial class HeaderTests(ServerWithOwner shared) : IClassFixture<ServerWithOwner>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/library")]
    [InlineData("/releases")]
    [InlineData("/history")]
    [InlineData("/reports")]
    [InlineData("/activity")]
    [InlineData("/settings")]
    [InlineData("/hangfire")]
    [InlineData("/logs")]
    [InlineData("/no-such-page")]
    [InlineData("/api/status")]
    [InlineData("/css/base.css")]
    public async Task Every_answer_protects_the_browser(string path)
    {
        using var client = await shared.Server.SignedInAsync();

        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.NotEmpty(Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/library")]
    [InlineData("/settings")]
    [InlineData("/hangfire")]
    public async Task No_page_carries_an_inline_script(string path)
    {
        using var client = await shared.Server.SignedInAsync();

        var html = await client.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.DoesNotMatch(InlineScript(), html);
        Assert.DoesNotMatch(InlineHandler(), html);
    }

    [Fact]
    public async Task The_sign_in_page_is_plain_and_open_with_what_it_needs()
    {
        using var client = shared.Server.Program(null);

        using var page = await client.GetAsync("/login", TestContext.Current.CancellationToken);
        using var style = await client.GetAsync("/css/base.css", TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.Contains("name=\"password\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cookie_is_kept_from_scripts_and_other_sites()
    {
        using var client = shared.Server.Program(null);

        using var page = await client.GetAsync("/login", TestContext.Current.CancellationToken);

        Assert.All(page.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineScript();

    [GeneratedRegex("\\son(click|load|error|submit|change|input)\\s*=", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineHandler();
}
