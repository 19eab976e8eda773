using System.Net;
using System.Net.WebSockets;

namespace FelScanner.Tests.Web.Security.KnownHoles;

/// <summary>Other sites' pages that use the owner's signed-in browser: requests, forms and sockets.</summary>
public sealed class CrossSite(ServerWithOwner shared) : IClassFixture<ServerWithOwner>
{
    public static TheoryData<string> Changing => EveryDoor.Changing;

    /// <summary>Signing out asks for no token: the origin is enough for a call that gives nothing away.</summary>
    public static TheoryData<string> WithToken => [.. EveryDoor.ChangingRoutes.Where(route => route != "POST /logout")];

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task A_foreign_page_changes_nothing_with_the_owners_session(string route)
    {
        using var client = await shared.Server.SignedInWithTokenAsync();
        using var request = EveryDoor.RequestFor(route);
        request.Headers.Add("Origin", "https://evil.example");

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(WithToken))]
    public async Task The_session_alone_changes_nothing(string route)
    {
        using var client = await shared.Server.SignedInAsync();

        using var answer = await client.SendAsync(EveryDoor.RequestFor(route), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("http://127.0.0.1")]
    public async Task A_foreign_page_opens_no_socket(string origin)
    {
        using var client = shared.Server.Program(null);
        using var signIn = await client.PostAsync("/login", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), TestContext.Current.CancellationToken);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        socket.Options.SetRequestHeader("Origin", origin);
        var address = new UriBuilder(shared.Server.Address) { Scheme = "ws", Path = "/_blazor" }.Uri;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task No_answer_invites_other_origins()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/settings");
        preflight.Headers.Add("Origin", "https://evil.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");

        using var answer = await client.SendAsync(preflight, TestContext.Current.CancellationToken);
        using var read = await client.GetAsync("/api/status", TestContext.Current.CancellationToken);

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(read.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/%0d%0aSet-Cookie:x=1")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_no_other_site(string target)
    {
        using var client = shared.Server.Program(null);

        using var answer = await client.PostAsync($"/login?returnUrl={Uri.EscapeDataString(Uri.UnescapeDataString(target))}", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), TestContext.Current.CancellationToken);

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }
}
