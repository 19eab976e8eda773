using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Security;

/// <summary>Every route the server has, against who may open it. A new route fails here until it is listed.</summary>
public sealed class EveryDoor(ServerWithOwner shared) : IClassFixture<ServerWithOwner>
{
    private static readonly string[] OpenToAll =
    [
        "GET /health/live", "HEAD /health/live", "GET /health/ready", "HEAD /health/ready", "POST /login", "POST /setup", "GET /login", "GET /setup",
        "POST /telegram/webhook", "POST /api/webhooks/plex/{secret}", "POST /api/webhooks/radarr/{secret}",
    ];

    internal static readonly string[] Api =
    [
        "GET /api/status", "GET /api/health", "GET /api/connections", "POST /api/connections/check",
        "GET /api/settings", "POST /api/settings", "GET /api/settings/notifications", "POST /api/settings/notifications", "POST /api/settings/import",
        .. Services("GET /api/{0}/settings"), .. Services("POST /api/{0}/settings"), .. Services("POST /api/{0}/test-connection"),
        "GET /api/releases", "POST /api/releases", "GET /api/download/pending", "POST /api/download/approve", "POST /api/download/decline",
        "GET /api/download/active", "GET /api/download/history", "GET /api/library", "GET /api/library/export", "GET /api/library/scans/export", "GET /api/releases/export", "GET /api/download/history/export", "GET /api/activity/export",
        "GET /api/reports/export", "GET /api/jobs", "POST /api/jobs/{id}/run",
        "GET /metrics", "GET /posters/{filmId:long}", "GET /openapi/{documentName}.json",
    ];

    private static readonly string[] OwnerOnly =
    [
        "GET /api/access/antiforgery", "GET /api/access/sessions", "DELETE /api/access/sessions/{id}", "POST /api/access/sessions/revoke-others",
        "GET /api/access/keys", "POST /api/access/keys", "DELETE /api/access/keys/{id:long}", "POST /api/access/api-key/reveal",
        "POST /api/access/api-key/regenerate", "POST /api/access/password", "GET /api/access/webhooks", "POST /logout",
    ];

    public static TheoryData<string> Closed => [.. Api, .. OwnerOnly, "GET /api/nothing/here", "DELETE /api/status", "GET /_blazor/initializers", "POST /_blazor/negotiate?negotiateVersion=1"];

    public static TheoryData<string> Changing => [.. ChangingRoutes];

    internal static IEnumerable<string> ChangingRoutes => Api.Concat(OwnerOnly).Where(route => !route.StartsWith("GET ", StringComparison.Ordinal));

    public static TheoryData<string> ForKeys => [.. Api.Where(route => route.StartsWith("GET ", StringComparison.Ordinal))];

    [Fact]
    public void Every_route_is_listed()
    {
        string[] known = [.. OpenToAll, .. Api, .. OwnerOnly];

        var unlisted = Routes().Where(route => !known.Contains(route) && !IsPage(route)).ToList();

        Assert.Empty(unlisted);
    }

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task An_anonymous_caller_is_turned_away(string route)
    {
        using var client = shared.Server.Program(null);

        using var answer = await client.SendAsync(RequestFor(route), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task A_wrong_key_is_turned_away(string route)
    {
        using var client = shared.Server.Program("wrong");

        using var answer = await client.SendAsync(RequestFor(route), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task A_read_only_key_changes_nothing(string route)
    {
        using var client = shared.Server.Program(await ReadOnlyKeyAsync());

        using var answer = await client.SendAsync(RequestFor(route), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(ForKeys))]
    public async Task A_read_only_key_reads(string route)
    {
        using var client = shared.Server.Program(await ReadOnlyKeyAsync());

        using var answer = await client.SendAsync(RequestFor(route), TestContext.Current.CancellationToken);

        Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.NotEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET /api/access/keys")]
    [InlineData("POST /api/access/keys")]
    [InlineData("POST /api/access/api-key/reveal")]
    [InlineData("POST /_blazor/negotiate?negotiateVersion=1")]
    public async Task No_key_opens_what_is_the_owners_alone(string route)
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);

        using var answer = await client.SendAsync(RequestFor(route), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/library")]
    [InlineData("/settings")]
    [InlineData("/hangfire")]
    [InlineData("/no-such-page")]
    public async Task An_anonymous_page_leads_to_the_sign_in(string page)
    {
        using var client = shared.Server.Program(null);

        using var answer = await client.GetAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/login", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Services(string pattern) =>
        new[] { "plex", "radarr", "qbittorrent", "telegram", "iptorrents" }.Select(service => pattern.Replace("{0}", service, StringComparison.Ordinal));

    private async Task<string> ReadOnlyKeyAsync()
    {
        using var owner = await shared.Server.SignedInWithTokenAsync();
        using var made = await owner.PostAsync("/api/access/keys", ServerUnderTest.Json("""{"name":"reader","access":"read"}"""));
        return (await ServerUnderTest.ReadAsync(made)).GetProperty("key").GetString()!;
    }

    private IEnumerable<string> Routes() => shared.Server.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => !endpoint.Metadata.Any(metadata => metadata.GetType().Name == "PublicAsset"))
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])
            .Select(method => $"{method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}"))
        .Distinct();

    /// <summary>Razor pages, their circuit and the static files' own fallback: closed by the same rule, and tested page by page.</summary>
    private static bool IsPage(string route) => route.Contains("/_blazor", StringComparison.Ordinal) || route.EndsWith("/_framework/opaque-redirect", StringComparison.Ordinal) || route.EndsWith("/{**path:file}", StringComparison.Ordinal) || Pages.Any(page => route == $"GET {page}" || route == $"POST {page}");

    private static readonly string[] Pages =
    [
        "/", "/library", "/releases", "/history", "/reports", "/activity", "/settings", "/settings/{Slug}", "/hangfire", "/jobs", "/logs", "/setup", "/login", "/not-found",
        "/library/{Id:long}", "/library/duplicates", "/library/collections", "/library/scans", "/requests/{Id}", "/welcome", "/welcome/{Slug}", "/demo/telegram",
    ];

    internal static HttpRequestMessage RequestFor(string route)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        path = path.Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{filmId:long}", "1", StringComparison.Ordinal).Replace("{id}", "nothing", StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST")
            request.Content = ServerUnderTest.Json("{}");
        return request;
    }
}
