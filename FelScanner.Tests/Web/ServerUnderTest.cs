using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;
using FelScanner.Web.Cli;
using FelScanner.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Web;

/// <summary>The real server on a free port of loopback with a data folder of its own. Nothing is configured, so it contacts nobody.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    public const string Owner = "anna";
    public const string Password = "correct horse battery";
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private ServerUnderTest(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public string DataFolder => _folder.FullName;

    public string ApiKey => Services.GetRequiredService<ISettings>().Current.Access.ApiKey.Reveal();

    public static async Task<ServerUnderTest> StartAsync(string settings = "{}", bool demo = false, Action<IServiceCollection>? overrides = null)
    {
        var folder = Directory.CreateTempSubdirectory("felscanner-web-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "settings.json"), settings);
        var app = FelServer.Build(new ServerOptions { DataFolder = folder.FullName, Urls = "http://127.0.0.1:0", Demo = demo, Quiet = true }, overrides);
        await app.StartAsync();
        return new ServerUnderTest(app, folder);
    }

    /// <summary>A server whose owner's account exists.</summary>
    public static async Task<ServerUnderTest> StartWithOwnerAsync(string settings = "{}", Action<IServiceCollection>? overrides = null)
    {
        var server = await StartAsync(settings, overrides: overrides);
        using var client = server.Browser();
        using var answer = await client.PostAsync("/setup", Form(Owner, Password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return server;
    }

    /// <summary>A browser without redirects, with its own cookies.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>A program with a key; null sends none.</summary>
    public HttpClient Program(string? key)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (key is not null)
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    /// <summary>A browser that the owner has signed in with.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var client = Browser();
        using var answer = await client.PostAsync("/login", Form(Owner, Password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }

    /// <summary>A signed-in browser that sends the antiforgery token with every call.</summary>
    public async Task<HttpClient> SignedInWithTokenAsync()
    {
        var client = await SignedInAsync();
        var token = JsonNode.Parse(await client.GetStringAsync("/api/access/antiforgery"))!;
        client.DefaultRequestHeaders.Add(token["header"]!.GetValue<string>(), token["token"]!.GetValue<string>());
        return client;
    }

    public static FormUrlEncodedContent Form(string username, string password) =>
        new([new("username", username), new("password", password)]);

    public static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _folder.GoneAsync();
    }
}
