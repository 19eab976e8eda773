using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FelScanner.Core.Ports;
using FelScanner.Tests.Proofs.KillNine;
using FelScanner.Tests.Support;
using FelScanner.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.EndToEnd;

/// <summary>The program that is soaked, wherever it runs, and what it holds when nobody uses it.</summary>
internal sealed class SoakedHome(SimulatedWorld world, HttpClient api, Func<Task<Held>> held, Func<Task<string?>> damage, IAsyncDisposable house) : IAsyncDisposable
{
    /// <summary>The only film that is owned; from 2000.</summary>
    public static readonly string Film = HouseUnderKill.TitleOf(0);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public SimulatedWorld World { get; } = world;

    public HttpClient Api { get; } = api;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SoakedHome> InThisProcessAsync()
    {
        var home = await Home.OpenAsync(world => world.Film(Film, 2000, 900_000));
        return new SoakedHome(home.World, home.Api, () => HereAsync(home), () => home.Services.GetRequiredService<IStorageHealth>().DamageAsync(Token), home);
    }

    /// <summary>Its own figures: they hold nothing of the simulated services, which remember every call.</summary>
    public static async Task<SoakedHome> InItsOwnAsync()
    {
        var house = await HouseUnderKill.OpenAsync(1);
        return new SoakedHome(house.World, house.Program.Api, () => ThereAsync(house), () => Task.FromResult(TestDatabase.Query(house.Database, "PRAGMA integrity_check") is ["ok"] ? null : "damaged"), house);
    }

    public Task<Held> HeldAsync() => held();

    public Task<string?> DamageAsync() => damage();

    public async Task RunAsync(string job)
    {
        using var answer = await Api.PostAsync($"api/jobs/{job}/run", null, Token);
        answer.EnsureSuccessStatusCode();
    }

    public async Task PostAsync(string path, JsonObject body)
    {
        using var answer = await Api.PostAsJsonAsync(path, body, Token);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<JsonArray> PendingAsync() => JsonNode.Parse(await Api.GetStringAsync("api/download/pending", Token))!.AsArray();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    /// <summary>Once every page has gone, after full collections.</summary>
    private static async Task<Held> HereAsync(Home home)
    {
        var connections = home.Services.GetRequiredService<LiveConnections>();
        await Eventually.BecomesAsync("every page has gone", Patience, () => Task.FromResult(connections.Count == 0 ? "gone" : null));
        for (var n = 0; n < 3; n++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var own = Process.GetCurrentProcess();
        return new Held(GC.GetTotalMemory(forceFullCollection: true), Handles(own), own.Threads.Count, connections.Count);
    }

    /// <summary>Once every page has gone and the program has tidied up by itself, which it does when a burst is over.</summary>
    private static async Task<Held> ThereAsync(HouseUnderKill house)
    {
        await Eventually.BecomesAsync("every page has gone", Patience, async () => await FigureAsync(house, "felscanner_pages") == 0 ? "gone" : null);
        for (var tidied = 0; tidied < 2; tidied++)
        {
            var before = await FigureAsync(house, "felscanner_full_collections_total");
            for (var page = 0; page < 20; page++)
                await house.Program.Api.GetByteArrayAsync("api/releases?page_size=200", Token);
            await Eventually.BecomesAsync("it has tidied up", Patience, async () => await FigureAsync(house, "felscanner_full_collections_total") > before ? "tidied" : null);
        }

        using var process = Process.GetProcessById(house.Program.Id);
        return new Held((long)await FigureAsync(house, "felscanner_heap_bytes"), Handles(process), process.Threads.Count, (int)await FigureAsync(house, "felscanner_pages"));
    }

    private static async Task<double> FigureAsync(HouseUnderKill house, string name) =>
        double.Parse((await house.Program.Api.GetStringAsync("metrics", Token)).Split('\n').Single(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);

    private static int Handles(Process process) =>
        Directory.Exists($"/proc/{process.Id}/fd") ? Directory.GetFiles($"/proc/{process.Id}/fd").Length : process.HandleCount;
}

internal sealed record Held(long Heap, int Handles, int Threads, int Pages)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"live heap {Heap / 1048576.0:0.0} MiB, {Handles} handles, {Threads} threads, {Pages} open pages");
}
