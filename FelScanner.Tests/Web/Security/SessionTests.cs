using System.Net;
using System.Text.Json;

namespace FelScanner.Tests.Web.Security;

public sealed class SessionTests
{
    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = server.Program(null);

        using var answer = await client.PostAsync("/login", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), TestContext.Current.CancellationToken);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_revoked_session_opens_nothing_any_more()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var phone = await server.SignedInAsync();
        using var desk = await server.SignedInWithTokenAsync();
        var sessions = JsonDocument.Parse(await desk.GetStringAsync("/api/access/sessions", TestContext.Current.CancellationToken)).RootElement.EnumerateArray().ToList();

        using var revoked = await desk.PostAsync("/api/access/sessions/revoke-others", null, TestContext.Current.CancellationToken);
        using var after = await phone.GetAsync("/api/status", TestContext.Current.CancellationToken);
        using var own = await desk.GetAsync("/api/access/sessions", TestContext.Current.CancellationToken);

        Assert.Equal(3, sessions.Count);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = server.Program(null);
        using var signIn = await client.PostAsync("/login", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.Add("Cookie", signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        using var before = await client.GetAsync("/api/status", TestContext.Current.CancellationToken);
        using var signOut = await client.PostAsync("/logout", null, TestContext.Current.CancellationToken);
        using var after = await client.GetAsync("/api/status", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task A_session_alone_changes_nothing_over_the_api()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = await server.SignedInAsync();

        using var answer = await client.PostAsync("/api/settings", ServerUnderTest.Json("""{"backup_keep":3}"""), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_session_with_its_token_may_change_settings()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = await server.SignedInWithTokenAsync();

        using var answer = await client.PostAsync("/api/settings", ServerUnderTest.Json("""{"backup_keep":3}"""), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    public async Task Another_sites_page_changes_nothing_even_with_the_token(string origin)
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = await server.SignedInWithTokenAsync();
        client.DefaultRequestHeaders.Add("Origin", origin);

        using var answer = await client.PostAsync("/api/settings", ServerUnderTest.Json("""{"backup_keep":3}"""), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/library", "/library")]
    [InlineData("//evil.example/x", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task After_the_sign_in_the_way_leads_only_to_our_own_pages(string wish, string target)
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = server.Program(null);

        using var answer = await client.PostAsync(
            $"/login?returnUrl={Uri.EscapeDataString(wish)}", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), TestContext.Current.CancellationToken);

        Assert.Equal(target, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_key_is_shown_only_after_the_password()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = await server.SignedInWithTokenAsync();

        using var wrong = await client.PostAsync("/api/access/api-key/reveal", ServerUnderTest.Json("""{"password":"guess"}"""), TestContext.Current.CancellationToken);
        using var right = await client.PostAsync("/api/access/api-key/reveal", ServerUnderTest.Json($$"""{"password":"{{ServerUnderTest.Password}}"}"""), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Equal(server.ApiKey, (await ServerUnderTest.ReadAsync(right)).GetProperty("api_key").GetString());
    }

    [Fact]
    public async Task A_new_key_shuts_the_old_one_out()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var client = await server.SignedInWithTokenAsync();
        using var old = server.Program(server.ApiKey);

        using var renewed = await client.PostAsync("/api/access/api-key/regenerate", ServerUnderTest.Json($$"""{"password":"{{ServerUnderTest.Password}}"}"""), TestContext.Current.CancellationToken);
        using var refused = await old.GetAsync("/api/status", TestContext.Current.CancellationToken);
        using var fresh = server.Program(server.ApiKey);
        using var taken = await fresh.GetAsync("/api/status", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }
}
