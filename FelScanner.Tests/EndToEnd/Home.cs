using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FelScanner.Core.Settings;
using FelScanner.Tests.Support;
using FelScanner.Web.Cli;
using FelScanner.Web.Demo.Telegram;
using FelScanner.Web.Demo.World;
using FelScanner.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.EndToEnd;

/// <summary>The whole product over real HTTP in a simulated household; qBittorrent may be the real one.</summary>
internal sealed class Home : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private readonly DirectoryInfo _folder;
    private readonly Action<IServiceCollection>? _overrides;
    private HttpClient _api;
    private WebApplication _app;

    private Home(SimulatedWorld world, WebApplication app, DirectoryInfo folder, HttpClient api, Action<IServiceCollection>? overrides) =>
        (World, _app, _folder, _api, _overrides) = (world, app, folder, api, overrides);

    public SimulatedWorld World { get; }

    public SimTelegram Telegram => World.Household.Telegram;

    public IServiceProvider Services => _app.Services;

    public string DataFolder => _folder.FullName;

    /// <summary>The program that asks with the generated key.</summary>
    public HttpClient Api => _api;

    public Uri Address => new(_app.Urls.First());

    public static async Task<Home> OpenAsync(Action<SimulatedWorld>? furnish = null, Action<JsonObject>? settings = null, SimulatedWorld? world = null, Action<IServiceCollection>? overrides = null)
    {
        world ??= await SimulatedWorld.StartAsync();
        furnish?.Invoke(world);
        var folder = Directory.CreateTempSubdirectory("felscanner-home-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "settings.json"), Settings(world, settings), TestContext.Current.CancellationToken);
        var (app, api) = await StartAsync(folder, overrides);
        var home = new Home(world, app, folder, api, overrides);
        await home.RunAsync("scan-library");
        return home;
    }

    /// <summary>Runs a job now and gives its answer.</summary>
    public async Task<JsonNode> RunAsync(string job)
    {
        using var answer = await _api.PostAsync($"api/jobs/{job}/run", null, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await _api.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    public async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, JsonObject body)
    {
        using var answer = await _api.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>The message in the chat once it shows what is asked for.</summary>
    public Task<SimMessage> MessageAsync(string what, Func<SimMessage, bool> shows, TimeSpan? within = null) =>
        Eventually.BecomesAsync(what, within ?? Patience, () => Task.FromResult(Telegram.Messages.FirstOrDefault(m => m.From?.Id != Telegram.Owner.Id && shows(m))));

    /// <summary>The first thing that a call of the API lists under these words.</summary>
    public Task<JsonNode> BecomesAsync(string what, string path, Func<JsonNode, bool> holds) => Eventually.BecomesAsync(what, Patience, async () =>
        await GetAsync(path) is var answer && holds(answer) ? answer : null);

    /// <summary>Pending requests of the API.</summary>
    public async Task<JsonArray> PendingAsync() => (await GetAsync("api/download/pending")).AsArray();

    /// <summary>What became of the last decision, from the history.</summary>
    public Task<JsonNode> HistoryAsync(string status) => Eventually.BecomesAsync($"history says {status}", Patience, async () =>
        (await GetAsync("api/download/history"))["items"]!.AsArray().FirstOrDefault(row => (string)row!["status"]! == status));

    /// <summary>The verdict stored of the only release.</summary>
    public Task<JsonNode> ReleaseAsync(string verdict) => Eventually.BecomesAsync($"the verdict {verdict}", Patience, async () =>
        (await GetAsync("api/releases"))["items"]!.AsArray().FirstOrDefault(row => (string)row!["verdict"]! == verdict));

    /// <summary>Stops the program and starts it again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        _api.Dispose();
        (_app, _api) = await StartAsync(_folder, _overrides);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        await _folder.GoneAsync();
        await World.DisposeAsync();
    }

    private static async Task<(WebApplication App, HttpClient Api)> StartAsync(DirectoryInfo folder, Action<IServiceCollection>? overrides)
    {
        var app = FelServer.Build(new ServerOptions { DataFolder = folder.FullName, Urls = "http://127.0.0.1:0", Quiet = true }, overrides);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var api = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
        api.DefaultRequestHeaders.Add("X-Api-Key", app.Services.GetRequiredService<ISettings>().Current.Access.ApiKey.Reveal());
        return (app, api);
    }

    private static string Settings(SimulatedWorld world, Action<JsonObject>? change)
    {
        var all = new JsonObject { ["feeds_first_reading"] = "ask", ["download_verify_disk_space"] = false };
        foreach (var (key, value) in world.Household.Settings())
            all[key] = value is ['[' or '{', ..] ? JsonNode.Parse(value) : value;
        all["qbittorrent_port"] = JsonNode.Parse(world.Household.Settings()["qbittorrent_port"]);
        change?.Invoke(all);
        return all.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
