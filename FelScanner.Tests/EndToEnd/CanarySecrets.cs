using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Tests.Web;
using FelScanner.Tests.Web.Preview;
using FelScanner.Web.Demo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace FelScanner.Tests.EndToEnd;

/// <summary>A canary in every secret setting, the host at trace level, everything exercised: none of them leaves.</summary>
[Collection(PreviewCollection.Name)]
public sealed class CanarySecrets(PreviewBrowser browser)
{
    private static readonly string[] Read =
    [
        "api/status", "api/health", "api/connections", "api/settings", "api/settings/notifications", "api/plex/settings", "api/radarr/settings", "api/qbittorrent/settings", "api/telegram/settings",
        "api/iptorrents/settings", "api/releases", "api/download/pending", "api/download/active", "api/download/history", "api/library", "api/library/export?format=csv", "api/jobs", "openapi/v1.json", "metrics", "posters/1",
    ];

    private static readonly string[] Pages =
    [
        "/", "/library", "/library/1", "/releases?open=1", "/history", "/activity", "/reports", "/hangfire", "/logs", "/settings", "/settings/feeds", "/settings/notifications",
        "/settings/downloads", "/settings/access", "/settings/backup", "/settings/advanced", "/welcome",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_secret_leaves_the_program()
    {
        Environment.SetEnvironmentVariable("FELSCANNER_LOG_LEVEL", "trace");
        var log = new EveryLog();
        var world = await Canaries.WorldAsync();
        await using var home = await Home.OpenAsync(w => w.FelRelease(w.Film("Movie", 2021, 900001)), settings => Canaries.Set(settings, world), world, services => services.AddSingleton<ILoggerProvider>(log));
        Environment.SetEnvironmentVariable("FELSCANNER_LOG_LEVEL", null);
        List<string> leaks = [];

        await UseAsync(home);
        await FailAsync(home, leaks);
        await ReadAsync(home, leaks);
        leaks.AddRange(await BrowseAsync(home));
        await home.RunAsync("backup");
        leaks.AddRange(Canaries.InFolder(home.DataFolder));
        leaks.AddRange(Canaries.In(log.Text, "the log before its wall"));
        leaks.AddRange(home.Telegram.Messages.SelectMany(message => Canaries.In(message.ToString(), "the chat")));

        Assert.NotEmpty(log.Text);
        Assert.Empty(leaks.Distinct());
    }

    /// <summary>The happy path: read, ask, approve, arrive.</summary>
    private static async Task UseAsync(Home home)
    {
        await home.RunAsync("check-connections");
        await home.RunAsync("check-feeds");
        var id = (string)(await home.PendingAsync())[0]!["request_id"]!;
        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = id });
        await home.HistoryAsync("completed");
    }

    /// <summary>Every service fails in every way: what comes of it is told, with nothing in it.</summary>
    private static async Task FailAsync(Home home, List<string> leaks)
    {
        foreach (var fault in new Fault[] { new Fault.Status(401), new Fault.Status(500, "boom"), new Fault.Html(), new Fault.Reset(), new Fault.Status(302) })
        {
            foreach (var service in home.World.Household.Services)
                service.Faults.Always("", fault);
            foreach (var job in new[] { "check-connections", "check-feeds", "scan-library", "track-downloads" })
                leaks.AddRange(Canaries.In((await home.RunAsync(job)).ToJsonString(), job));
            foreach (var service in new[] { "plex", "radarr", "qbittorrent", "telegram", "iptorrents" })
                leaks.AddRange(Canaries.In((await home.PostAsync($"api/{service}/test-connection", [])).Body.ToJsonString(), $"the test of {service}"));
            leaks.AddRange(Canaries.In((await home.GetAsync("api/health")).ToJsonString(), "the findings"));
            foreach (var service in home.World.Household.Services)
                service.Faults.Clear();
        }
    }

    private static async Task ReadAsync(Home home, List<string> leaks)
    {
        foreach (var path in Read)
        {
            using var answer = await home.Api.GetAsync(path, Token);
            leaks.AddRange(Canaries.In(await answer.Content.ReadAsByteArrayAsync(Token), path));
            leaks.AddRange(Canaries.In(answer.Headers.ToString(), $"the headers of {path}"));
        }
    }

    /// <summary>Every page in a browser: its HTML, and every frame of its live connection.</summary>
    private async Task<IReadOnlyList<string>> BrowseAsync(Home home)
    {
        var seen = new ConcurrentQueue<byte[]>();
        await using var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = home.Address.ToString() });
        var page = await context.NewPageAsync();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => seen.Enqueue(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? ""));
        await page.GotoAsync("/setup");
        await page.FillAsync("input[name=username]", ServerUnderTest.Owner);
        await page.FillAsync("input[name=password]", ServerUnderTest.Password);
        await page.ClickAsync("button[type=submit]");
        foreach (var path in Pages)
        {
            await page.GotoAsync(path);
            await page.WaitForFunctionAsync("() => window.felPage !== undefined");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            seen.Enqueue(Encoding.UTF8.GetBytes(await page.ContentAsync()));
            seen.Enqueue(Encoding.UTF8.GetBytes(await page.EvaluateAsync<string>("() => [...document.querySelectorAll('input,textarea')].map(i => i.value).join('\\n') + document.cookie")));
        }

        Assert.True(seen.Count > Pages.Length * 3, "No frame of a live connection was seen.");
        return [.. seen.SelectMany(bytes => Canaries.In(bytes, "a page or a frame")).Distinct()];
    }
}
