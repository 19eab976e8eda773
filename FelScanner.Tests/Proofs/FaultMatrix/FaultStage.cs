using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Core.Workflow;
using FelScanner.Core.Workflow.Health;
using FelScanner.Tests.EndToEnd;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Proofs.FaultMatrix;

/// <summary>The whole program and its household on a clock that runs ten times as fast, a person who says yes to everything, and a browser that looks at the dashboard.</summary>
internal sealed class FaultStage : IAsyncDisposable
{
    private const double Pace = 10;
    private readonly Home _home;
    private readonly HttpClient _browser;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _person;

    private FaultStage(Home home, HttpClient browser)
    {
        (_home, _browser) = (home, browser);
        _person = PressEverythingAsync();
    }

    public SimHousehold Household => _home.World.Household;

    public static async Task<FaultStage> OpenAsync(int films)
    {
        var clock = new StageTime(Pace);
        var options = new HouseholdOptions { QBittorrent = new QbOptions { DownloadTakes = TimeSpan.FromSeconds(6), ConnectTakes = TimeSpan.FromSeconds(1) } };
        var home = await Home.OpenAsync(
            world =>
            {
                for (var number = 0; number < films; number++)
                    world.Film(TitleOf(number), 2000 + (number % 25), 900_000 + number);
            },
            settings => settings["download_max_pending_approvals"] = 1000,
            await SimulatedWorld.StartAsync(clock, options: options),
            services => services.AddSingleton<TimeProvider>(clock));
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = home.Address };
        using var account = await browser.PostAsync("/setup", new FormUrlEncodedContent([new("username", "anna"), new("password", "correct horse battery")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, account.StatusCode);
        return new FaultStage(home, browser);
    }

    public static string TitleOf(int number) => $"Film number {number}";

    public SimService Service(string name) => name switch
    {
        "plex" => Household.Plex,
        "radarr" => Household.Radarr,
        "qbittorrent" => Household.QBittorrent,
        "telegram" => Household.Telegram,
        _ => Household.IpTorrents,
    };

    public string Publish(int number) =>
        Household.Tracker.HashOf(_home.World.FelRelease(Household.World.Films.Single(f => f.Title == TitleOf(number))));

    public Task RunAsync(params string[] jobs) => Task.WhenAll(jobs.Select(job => (Task)_home.RunAsync(job)));

    /// <summary>The watches that make the findings, which otherwise come by themselves every few minutes.</summary>
    public Task WatchAsync() => _home.Services.GetRequiredService<CheckHealth>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The dashboard as a signed-in browser gets it; how long it took.</summary>
    public async Task<TimeSpan> LookAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        using var page = await _browser.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>Services that are in error as the program sees them.</summary>
    public async Task<IReadOnlyList<string>> InErrorAsync() =>
        [.. (await _home.GetAsync("api/connections")).AsArray().Where(row => (string?)row!["status"] == "error").Select(row => (string)row!["service"]!)];

    public Task SaveAsync(string group, string key, string value) => _home.PostAsync($"api/{group}/settings", new JsonObject { [key] = value });

    public void ForgetRadarr() => _home.Services.GetRequiredService<RadarrShelf>().Forget();

    /// <summary>Messages go out as text.</summary>
    public void HidePosters()
    {
        Household.Plex.Faults.Always("/thumb", new Fault.Status(404));
        Household.Radarr.Faults.Always("MediaCover", new Fault.Status(404));
        Household.Radarr.Faults.Always("mediacover", new Fault.Status(404));
    }

    public async Task RestartPlexAsync()
    {
        await Household.Plex.StopAsync(TestContext.Current.CancellationToken);
        await Household.Plex.StartAsync(TestContext.Current.CancellationToken);
    }

    public void Heal()
    {
        foreach (var service in Household.Services)
            service.Faults.Clear();
    }

    /// <summary>A person presses "Test" after having put the login right.</summary>
    public async Task TestAsync(string service) => await _home.PostAsync($"api/{service}/test-connection", []);

    public IReadOnlyList<SimMessage> Messages(int number) =>
        [.. Household.Telegram.Messages.Where(m => m.Rich.Plain.Contains(TitleOf(number) + " (", StringComparison.Ordinal))];

    public async Task<int> CompletionsAsync(int number) =>
        (await _home.GetAsync($"api/download/history?q={Uri.EscapeDataString(TitleOf(number))}&page_size=200"))["items"]!.AsArray()
            .Count(row => (string?)row!["movie_title"] == TitleOf(number) && (string?)row["status"] == "completed");

    /// <summary>Looks after one more round: Quartz keeps the real time, so on the stage nobody else makes the rounds.</summary>
    public async Task<bool> ComesToItsEndAsync(int number)
    {
        await RunAsync("track-downloads");
        return await CompletionsAsync(number) == 1 && Messages(number).Any(m => m.Text.Contains("Arrived", StringComparison.Ordinal));
    }

    public async Task<string> StateAsync() =>
        $"{await _home.GetAsync("api/health")} {await _home.GetAsync("api/download/pending")} {new JsonArray([.. (await _home.GetAsync("api/download/history"))["items"]!.AsArray().Take(2).Select(row => row!.DeepClone())])}";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _person;
        _end.Dispose();
        _browser.Dispose();
        await _home.DisposeAsync();
    }

    /// <summary>Every request once, as soon as its message shows the button.</summary>
    private async Task PressEverythingAsync()
    {
        HashSet<string> pressed = [];
        while (!_end.IsCancellationRequested)
        {
            foreach (var message in Household.Telegram.Messages)
            {
                if (message.Buttons.SelectMany(row => row).FirstOrDefault(b => b.Data?.StartsWith("dl_yes_", StringComparison.Ordinal) == true) is { Data: { } yes } && pressed.Add(yes))
                    Household.Telegram.Press(message.Id, yes);
            }

            await Task.Delay(20, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
