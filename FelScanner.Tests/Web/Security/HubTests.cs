using System.Net;
using System.Net.WebSockets;
using System.Text;

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

    [Fact]
    public async Task A_revoked_session_takes_its_open_pages_with_it()
    {
        await using var server = await ServerUnderTest.StartWithOwnerAsync();
        using var desk = await server.SignedInWithTokenAsync();
        using var phone = await ConnectAsync(server);

        using var revoked = await desk.PostAsync("/api/access/sessions/revoke-others", null, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<WebSocketException>(async () =>
        {
            while (phone.State == WebSocketState.Open)
                await phone.ReceiveAsync(new byte[1024], TestContext.Current.CancellationToken);
            throw new WebSocketException("closed");
        });
    }

    /// <summary>A browser's live connection up to its handshake.</summary>
    private static async Task<ClientWebSocket> ConnectAsync(ServerUnderTest server)
    {
        using var client = server.Program(null);
        using var signIn = await client.PostAsync("/login", ServerUnderTest.Form(ServerUnderTest.Owner, ServerUnderTest.Password), TestContext.Current.CancellationToken);
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        socket.Options.SetRequestHeader("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);
        var handshake = Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e");
        await socket.SendAsync(handshake, WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        await socket.ReceiveAsync(new byte[1024], TestContext.Current.CancellationToken);
        return socket;
    }
}
