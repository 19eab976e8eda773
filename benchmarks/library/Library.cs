#:sdk Microsoft.NET.Sdk.Web
#:project ../../FelScanner.Web
#:package Microsoft.Playwright
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RequiresAspNetWebAssets=false
#:property NoWarn=NU1603

// A Plex server with 2 ms a call, simulated here, and the real program as a process of its own: benchmarks/library/run.sh
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FelScanner.Web.Demo.Plex;
using FelScanner.Web.Demo.World;
using Microsoft.Playwright;

const string Owner = "owner";
const string Password = "a long benchmark password";

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var program = args[0];
int[] sizes = args.Length > 1 ? [.. args[1..].Select(int.Parse)] : [20_000, 50_000];
Console.WriteLine($"{Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}, .NET {Environment.Version}");
foreach (var size in sizes)
    await MeasureAsync(size, withBrowser: size == sizes[0]);

async Task MeasureAsync(int films, bool withBrowser)
{
    Console.WriteLine($"\n{films:N0} films");
    var world = new SimWorld(TimeProvider.System, SimRoots.Same("/movies"));
    GeneratedLibrary.Fill(world, films);
    await using var plex = new SimPlex(world, TimeProvider.System) { Latency = TimeSpan.FromMilliseconds(2) };
    await plex.StartAsync(CancellationToken.None);
    var folder = Directory.CreateTempSubdirectory("felscanner-benchmark-");
    try
    {
        await using (var server = await Server.StartAsync(program, folder.FullName, plex))
        {
            await server.ScanAsync("first scan", plex);
            await server.RestAsync("at rest afterwards");
            await server.ScanAsync("nothing changed", plex);
            await server.RestAsync("at rest afterwards");
        }

        await using (var again = await Server.StartAsync(program, folder.FullName, plex))
        {
            await again.ScanAsync("scan after a restart", plex);
            await again.RestAsync("at rest after a restart");
            if (withBrowser)
                await KeystrokesAsync(again.Address);
            await again.RestAsync("at rest after the pages");
        }

        await FilmByFilmAsync(plex, films);
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

// What a simple client does: the same list, then one call a film, one after the other.
async Task FilmByFilmAsync(SimPlex plex, int films)
{
    using var http = new HttpClient { BaseAddress = plex.Address };
    http.DefaultRequestHeaders.Add("X-Plex-Token", plex.Token);
    http.DefaultRequestHeaders.Add("Accept", "application/json");
    var watch = Stopwatch.StartNew();
    var calls = 0;
    for (var start = 0; start < films; start += 500, calls++)
    {
        using var list = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri($"library/sections/1/all?type=1&X-Plex-Container-Start={start}&X-Plex-Container-Size=500", UriKind.Relative)));
        foreach (var item in list.RootElement.GetProperty("MediaContainer").GetProperty("Metadata").EnumerateArray())
        {
            using var film = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri($"library/metadata/{item.GetProperty("ratingKey").GetString()}?includeGuids=1", UriKind.Relative)));
            calls++;
        }
    }

    Console.WriteLine($"  film by film:             {calls,6:N0} calls, {watch.Elapsed.TotalSeconds,6:F1} s, nothing stored");
}

// From the key to the picture in which the grid shows its answer.
async Task KeystrokesAsync(Uri address)
{
    using var playwright = await Playwright.CreateAsync();
    await using var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"] });
    var page = await chromium.NewPageAsync(new BrowserNewPageOptions { BaseURL = address.ToString(), ViewportSize = new ViewportSize { Width = 1400, Height = 900 } });
    await page.GotoAsync("/login");
    await page.FillAsync("input[name=username]", Owner);
    await page.FillAsync("input[name=password]", Password);
    await page.ClickAsync("button[type=submit]");
    await page.WaitForURLAsync(url => !url.Contains("login", StringComparison.Ordinal));
    await page.GotoAsync("/library");
    await page.WaitForSelectorAsync("a.film h3");
    await page.WaitForTimeoutAsync(2000);
    await page.EvaluateAsync(
        """
        () => {
          window.felWaits = [];
          let pressed = 0;
          document.querySelector('[data-search]').addEventListener('input', () => { pressed = performance.now(); });
          new MutationObserver(() => {
            if (pressed === 0) return;
            const at = pressed;
            pressed = 0;
            requestAnimationFrame(() => requestAnimationFrame(() => window.felWaits.push(performance.now() - at)));
          }).observe(document.querySelector('.films'), { childList: true, subtree: true, characterData: true, attributes: true });
        }
        """);
    List<double> waits = [];
    for (var round = 0; round < 6; round++)
    {
        await page.FocusAsync("[data-search]");
        foreach (var key in "film 1234")
        {
            var before = await page.EvaluateAsync<int>("() => window.felWaits.length");
            await page.Keyboard.PressAsync(key == ' ' ? "Space" : key.ToString());
            await AnsweredAsync(page, before);
        }

        for (var back = 0; back < 9; back++)
        {
            var before = await page.EvaluateAsync<int>("() => window.felWaits.length");
            await page.Keyboard.PressAsync("Backspace");
            await AnsweredAsync(page, before);
        }

        if (round == 0)
            await page.EvaluateAsync("() => { window.felWaits.length = 0; }");
    }

    waits.AddRange(await page.EvaluateAsync<double[]>("() => window.felWaits"));
    waits.Sort();
    Console.WriteLine(waits.Count == 0
        ? "  a keystroke in the grid:  no answer"
        : $"  a keystroke in the grid:  median {waits[waits.Count / 2]:F0} ms, 95 % {waits[(int)(waits.Count * 0.95)]:F0} ms, longest {waits[^1]:F0} ms ({waits.Count} keys)");
}

// A key that changes nothing on the page (a blank at the end) has no answer to wait for.
async Task AnsweredAsync(IPage page, int before)
{
    for (var tries = 0; tries < 15; tries++)
    {
        await page.WaitForTimeoutAsync(30);
        if (await page.EvaluateAsync<int>("() => window.felWaits.length") > before)
            return;
    }
}

sealed class Server : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private Server(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        _http.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
    }

    public Uri Address { get; }

    private const string ApiKey = "benchmark-key-benchmark-key-benchmark";

    public static async Task<Server> StartAsync(string program, string folder, SimPlex plex)
    {
        var address = new Uri($"http://127.0.0.1:{Random.Shared.Next(20_000, 30_000)}");
        var start = new ProcessStartInfo("dotnet", [program, "--data", folder, "--urls", address.ToString().TrimEnd('/')]) { RedirectStandardOutput = true };
        start.Environment["FELSCANNER_PLEX_URL"] = plex.Address.ToString().TrimEnd('/');
        start.Environment["FELSCANNER_PLEX_TOKEN"] = plex.Token;
        start.Environment["FELSCANNER_API_KEY"] = ApiKey;
        start.Environment["FELSCANNER_ADMIN_USER"] = "owner";
        start.Environment["FELSCANNER_ADMIN_PASSWORD"] = "a long benchmark password";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server(process, address);
        var watch = Stopwatch.StartNew();
        while (!await server.IsReadyAsync())
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException("The program does not start.");
            await Task.Delay(20);
        }

        Console.WriteLine($"  ready after               {watch.Elapsed.TotalSeconds,6:F1} s");
        return server;
    }

    public async Task ScanAsync(string name, SimPlex plex)
    {
        var before = plex.Calls.Count;
        var processor = Processor();
        await File.WriteAllTextAsync($"/proc/{_process.Id}/clear_refs", "5");
        using var answer = await _http.PostAsync(new Uri("api/jobs/scan-library/run", UriKind.Relative), null);
        var run = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!run.GetProperty("succeeded").GetBoolean())
            throw new InvalidOperationException(run.ToString());
        Console.WriteLine($"  {name + ":",-25} {plex.Calls.Count - before,6:N0} calls, {run.GetProperty("duration_ms").GetInt64() / 1000.0,6:F1} s ({Processor() - processor:F1} s of processor), at most {Memory("VmHWM")} MiB. {run.GetProperty("message").GetString()}");
    }

    public async Task RestAsync(string name)
    {
        await Task.Delay(TimeSpan.FromSeconds(20));
        Console.WriteLine($"  {name + ":",-25} {Memory("VmRSS"),6} MiB");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Process.Start("kill", $"{_process.Id}").WaitForExit();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private double Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalSeconds;
    }

    private long Memory(string field) =>
        long.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
}
