using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Core.Ports;
using FelScanner.Tests.EndToEnd;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Proofs;

/// <summary>The machine's clock is put forward, back, or over the change to summer time: no decision is lost, and nothing waits for a day.</summary>
public sealed class Clock
{
    [Fact]
    public async Task A_clock_that_goes_back_a_day_holds_up_neither_messages_nor_downloads_nor_jobs()
    {
        var clock = new StageTime();
        await using var home = await OpenAsync(clock, world => world.FelRelease(world.Film("Movie", 2021, 900001)));
        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        home.World.Household.QBittorrent.Faults.Always("", new Fault.Status(500));
        home.Telegram.Faults.Always("edit", new Fault.Status(502));
        var (kept, _) = await ApproveAsync(home);

        clock.Jump(TimeSpan.FromDays(-1));
        home.World.Household.QBittorrent.Faults.Clear();
        home.Telegram.Faults.Clear();
        await home.HistoryAsync("completed");
        await home.MessageAsync("the end is told", m => m.Id == message.Id && m.Text.Contains("Arrived", StringComparison.Ordinal));
        var jobs = (await home.GetAsync("api/jobs")).AsArray();

        Assert.Equal(HttpStatusCode.BadGateway, kept);
        Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.All(jobs.Where(job => (string?)job!["id"] is "expire-requests" or "track-downloads" or "deliver-messages"), job =>
            Assert.True(DateTimeOffset.Parse((string)job!["next_run"]!, CultureInfo.InvariantCulture) < clock.GetUtcNow() + TimeSpan.FromMinutes(2), job.ToJsonString()));
    }

    [Fact]
    public async Task A_clock_that_goes_forward_a_day_loses_no_decision_and_what_expired_may_be_asked_again()
    {
        var clock = new StageTime();
        await using var home = await OpenAsync(clock, world =>
        {
            world.FelRelease(world.Film("Movie", 2021, 900001));
            world.FelRelease(world.Film("Another", 2020, 900002));
        });
        await home.RunAsync("check-feeds");
        var (begun, _) = await ApproveAsync(home);

        clock.Jump(TimeSpan.FromDays(1));
        await home.HistoryAsync("completed");
        var expired = await home.HistoryAsync("expired");
        clock.Jump(TimeSpan.FromDays(-1));
        var release = (await home.GetAsync("api/releases?verdict=notify"))["items"]!.AsArray().Single(r => (string?)r!["request_id"] == (string?)expired["request_id"]);
        var again = await Eventually.BecomesAsync("it may be asked again", TimeSpan.FromSeconds(30), async () =>
            await home.Services.GetRequiredService<IReleases>().FindAsync((long)release!["id"]!, TestContext.Current.CancellationToken) is { Available: true } found ? found : null);

        Assert.Equal(HttpStatusCode.OK, begun);
        Assert.True(again.Available);
        Assert.Single(home.World.Household.QBittorrent.Torrents);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2027-03-27T18:00:00Z")]
    [InlineData("Europe/Berlin", "2027-10-30T18:00:00Z")]
    [InlineData("America/New_York", "2027-03-13T22:00:00Z")]
    public async Task Over_the_change_of_summer_time_a_request_lives_its_24_hours(string zone, string start)
    {
        var clock = new ManualTime(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture)) { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
        await using var database = await TestDatabase.CreateAsync(clock);
        var now = clock.GetUtcNow();
        await database.Requests.CreateAsync(
            A.Request() with { CreatedAt = now, ExpiresAt = now + TimeSpan.FromHours(24) }, [new OutboxItem(OutboxKind.Card, "r1")], new ActivityEntry("offered", "FelScanner", "system", "", "r1"), TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var before = await database.Requests.FindAsync("r1", TestContext.Current.CancellationToken);
        var due = await database.Outbox.DueAsync(clock.GetUtcNow(), 10, TestContext.Current.CancellationToken);

        Assert.True(before!.ExpiresAt > clock.GetUtcNow());
        Assert.True(before.ExpiresAt <= clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        Assert.Single(due);
        Assert.Equal([(now + TimeSpan.FromHours(24)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)], database.Query("SELECT expires_at FROM pending_downloads"));
    }

    [Fact]
    public void No_part_of_the_program_asks_for_the_local_time_or_for_another_clock()
    {
        string[] forbidden = ["DateTime.Now", "DateTime.Today", "DateTimeOffset.Now", "TimeZoneInfo.Local", "GetLocalNow", "DateTime.UtcNow", "DateTimeOffset.UtcNow"];

        var wrong = new[] { "FelScanner.Core", "FelScanner.Web" }
            .SelectMany(part => Directory.EnumerateFiles(Path.Combine(Checkout.Root, part), "*.*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => forbidden.Any(File.ReadAllText(file).Contains));

        Assert.Empty(wrong);
    }

    private static async Task<Home> OpenAsync(StageTime clock, Action<SimulatedWorld> furnish) => await Home.OpenAsync(
        furnish, world: await SimulatedWorld.StartAsync(clock), overrides: services => services.AddSingleton<TimeProvider>(clock));

    private static async Task<(HttpStatusCode Status, JsonNode Body)> ApproveAsync(Home home) =>
        await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = (string)(await home.PendingAsync())[0]!["request_id"]! });
}
