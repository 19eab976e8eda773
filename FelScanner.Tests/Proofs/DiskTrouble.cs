using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Tests.EndToEnd;
using FelScanner.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FelScanner.Tests.Proofs;

/// <summary>
/// A disk that is full, read-only or held by somebody else: no decision is lost, and who decides is told what to do. The full disk is one that
/// SQLite may not grow on, or a really full one where the tests' temporary folder lies on a small disk (proofs/full-disk/run.sh).
/// </summary>
public sealed class DiskTrouble
{
    private const int Films = 6;

    [Theory]
    [InlineData(TroubledDisk.Full, "full", "Free some space")]
    [InlineData(TroubledDisk.ReadOnly, "cannot be written", "right to write")]
    public async Task What_cannot_be_stored_is_refused_with_a_remedy_and_counts_as_soon_as_it_can(string trouble, string what, string remedy)
    {
        var disk = new TroubledDisk();
        await using var home = await OpenAsync(disk);
        var waiting = (await home.PendingAsync()).Select(row => (string)row!["request_id"]!).ToList();

        var real = trouble == TroubledDisk.Full && Filler.MayFill(home.DataFolder);
        var filler = real ? Filler.Fill(home.DataFolder) : null;
        disk.Becomes(real ? TroubledDisk.Fine : trouble);
        var answers = await ApproveAsync(home, waiting);
        var finding = await FindingAsync(home);
        var still = (await home.PendingAsync()).Select(row => (string)row!["request_id"]!).ToList();
        disk.Heals();
        filler?.Dispose();
        var second = await ApproveAsync(home, still);
        await home.RunAsync("track-downloads");
        await AllArriveAsync(home);

        Assert.Contains(answers, a => a.Status == HttpStatusCode.ServiceUnavailable);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.True(
            a.Status == HttpStatusCode.ServiceUnavailable && ((string)a.Body["error"]!).Contains(what, StringComparison.Ordinal) && ((string)a.Body["remedy"]!).Contains(remedy, StringComparison.Ordinal), a.Body.ToJsonString()));
        Assert.Contains(what, (string)finding["message"]!, StringComparison.Ordinal);
        Assert.All(second, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(Films, home.World.Household.QBittorrent.Calls.Count(call => call.Path.EndsWith("torrents/add", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_press_that_cannot_be_stored_is_answered_and_comes_again_by_itself()
    {
        var disk = new TroubledDisk();
        await using var home = await OpenAsync(disk);
        var message = home.Telegram.Messages[0];

        disk.Becomes(TroubledDisk.ReadOnly);
        var query = home.Telegram.Press(message.Id, message.Buttons[0][0].Data!);
        await Eventually.BecomesAsync("the press is answered", TimeSpan.FromSeconds(20), () => Task.FromResult(home.Telegram.Answers.GetValueOrDefault(query)));
        await FindingAsync(home);
        disk.Heals();

        await home.MessageAsync("the press counts", m => m.Id == message.Id && m.Text.Contains("Approved by", StringComparison.Ordinal));
        await Eventually.BecomesAsync("and is told to Telegram as done", TimeSpan.FromSeconds(60), () => Task.FromResult(home.Telegram.Unconfirmed == 0 ? home : null));
        await Eventually.BecomesAsync("the finding is over", TimeSpan.FromSeconds(120), async () =>
            (await home.GetAsync("api/health")).AsArray().All(f => (string?)f!["id"] != "database.down") ? home : null);
    }

    [Fact]
    public async Task While_another_program_holds_the_database_pages_are_read_and_a_decision_is_refused_with_a_remedy()
    {
        await using var home = await OpenAsync(new TroubledDisk());
        var waiting = (string)(await home.PendingAsync())[0]!["request_id"]!;
        var other = new SqliteConnection($"Data Source={Path.Combine(home.DataFolder, "felscanner.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = other.BeginTransaction();

        var approving = home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = waiting });
        var pending = await home.PendingAsync();
        var waits = !approving.IsCompleted;
        var (refused, body) = await approving;
        await hold.DisposeAsync();
        await other.DisposeAsync();
        var (taken, _) = await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = waiting });

        Assert.True(waits, "The page was read while the decision still waited.");
        Assert.Equal(Films, pending.Count);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused);
        Assert.Contains("holds the database", (string)body["error"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, taken);
    }

    private static async Task<Home> OpenAsync(TroubledDisk disk)
    {
        var home = await Home.OpenAsync(
            world =>
            {
                for (var number = 0; number < Films; number++)
                    world.FelRelease(world.Film($"Movie {number}", 2010 + number, 900_001 + number));
            },
            settings => settings["download_max_pending_approvals"] = 100,
            overrides: disk.Under);
        await home.RunAsync("check-feeds");
        await home.RunAsync("deliver-messages");
        return home;
    }

    private static async Task<IReadOnlyList<(HttpStatusCode Status, JsonNode Body)>> ApproveAsync(Home home, IReadOnlyList<string> requests)
    {
        List<(HttpStatusCode, JsonNode)> answers = [];
        foreach (var id in requests)
            answers.Add(await home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = id }));
        return answers;
    }

    private static Task<JsonNode> FindingAsync(Home home) => Eventually.BecomesAsync("the finding stands", TimeSpan.FromSeconds(60), async () =>
        (await home.GetAsync("api/health")).AsArray().FirstOrDefault(f => (string?)f!["id"] == "database.down"));

    private static Task AllArriveAsync(Home home) => home.BecomesAsync("everything arrives", "api/download/history", page =>
        page["items"]!.AsArray().Count(row => (string?)row!["status"] == "completed") == Films);
}
