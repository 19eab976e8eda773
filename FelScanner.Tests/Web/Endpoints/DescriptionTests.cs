using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Tests.Web.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web.Endpoints;

/// <summary>The OpenAPI document and docs/api.http against the routes there are.</summary>
public sealed class DescriptionTests(ServerWithOwner shared) : IClassFixture<ServerWithOwner>
{
    private static readonly string[] Services = ["plex", "radarr", "qbittorrent", "telegram", "iptorrents"];

    [Fact]
    public async Task Every_call_of_the_api_is_described_with_a_summary_and_examples()
    {
        var faults = new List<string>();
        foreach (var (path, methods) in (await DocumentAsync())["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
                faults.AddRange(FaultsOf($"{method.ToUpperInvariant()} {path}", operation!));
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task No_call_of_the_api_is_left_out()
    {
        var described = (await DocumentAsync())["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}")).ToHashSet();

        var left = Routes().Where(route => route.Contains(" /api/", StringComparison.Ordinal)).Select(route => route.Replace(":long", "", StringComparison.Ordinal)).Except(described);

        Assert.Empty(left);
    }

    [Fact]
    public void Every_request_of_the_http_file_goes_to_a_route()
    {
        var routes = Routes().Select(route => (Method: route.Split(' ')[0], Template: new TemplateMatcher(TemplateParser.Parse(route.Split(' ')[1].TrimStart('/')), []))).ToList();

        var lost = Requests().Where(request => !routes.Any(route => route.Method == request.Method && route.Template.TryMatch(request.Path, [])));

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_call_that_a_key_may_make_is_in_the_http_file()
    {
        var shown = Requests().Select(request => (request.Method, Kind: KindOf(request.Path))).ToHashSet();

        var missing = EveryDoor.Api.Select(route => route.Split(' ')).Where(route => !shown.Any(s => s.Method == route[0] && Fits(s.Kind, KindOf(route[1]))));

        Assert.Empty(missing.Select(route => string.Join(' ', route)));
    }

    private static IEnumerable<string> FaultsOf(string call, JsonNode operation)
    {
        if (operation["summary"] is null)
            yield return $"{call}: no summary";
        if (operation["requestBody"]?["content"]?.AsObject() is { } content && content.ContainsKey("application/json") && content["application/json"]!["example"] is null)
            yield return $"{call}: no example of the request";
        foreach (var (status, response) in operation["responses"]!.AsObject().Where(r => r.Key.StartsWith('2') && r.Key != "204"))
        {
            if (response!["content"]?["application/json"]?["example"] is null)
                yield return $"{call}: no example of the answer {status}";
        }
    }

    private async Task<JsonNode> DocumentAsync()
    {
        using var client = shared.Server.Program(shared.Server.ApiKey);
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }

    private static IEnumerable<(string Method, string Path)> Requests() =>
        from line in File.ReadLines(Path.Combine(Checkout.Root, "docs", "api.http"))
        let parts = line.Split(' ')
        where parts is ["GET" or "POST" or "DELETE", ['{', '{', 'h', ..]]
        select (parts[0], parts[1].Replace("{{host}}", "", StringComparison.Ordinal).Split('?')[0]);

    /// <summary>One service stands for the five.</summary>
    private static string KindOf(string path) => Services.Aggregate(path, (kind, service) => kind.Replace($"/api/{service}/", "/api/service/", StringComparison.Ordinal));

    private static bool Fits(string shown, string route) =>
        new TemplateMatcher(TemplateParser.Parse(route.TrimStart('/')), []).TryMatch(shown, []) || (route.StartsWith("/openapi/", StringComparison.Ordinal) && shown.StartsWith("/openapi/", StringComparison.Ordinal));

    private IEnumerable<string> Routes() => shared.Server.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        // The pages' own fallback would take anything.
        .Where(endpoint => endpoint.RoutePattern.RawText?.Contains("{**", StringComparison.Ordinal) != true)
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}"))
        .Distinct();
}
