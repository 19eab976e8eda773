using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo;
using FelScanner.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.Telegram;
using FelScanner.Web.Demo.World;

namespace FelScanner.Tests.Proofs.KillNine;

/// <summary>The household around the program: the services live in this process, so that they remember what the program did before it died.</summary>
internal sealed class HouseUnderKill : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private const int LooksBeforeANudge = 60;
    private const string ApiKey = "key-of-the-proof-0123456789";
    private readonly DirectoryInfo _folder;

    private HouseUnderKill(SimulatedWorld world, DirectoryInfo folder)
    {
        (World, _folder) = (world, folder);
        Program = new ProgramUnderKill(folder.FullName, ApiKey);
    }

    public SimulatedWorld World { get; }

    public ProgramUnderKill Program { get; }

    public SimQBittorrent QBittorrent => World.Household.QBittorrent;

    public SimTelegram Telegram => World.Household.Telegram;

    public string Database => Path.Combine(_folder.FullName, "felscanner.db");

    public static string TitleOf(int number) => $"Film number {number}";

    public static async Task<HouseUnderKill> OpenAsync(int films)
    {
        var quick = new QbOptions { DownloadTakes = TimeSpan.FromMilliseconds(600), ConnectTakes = TimeSpan.FromMilliseconds(100) };
        var world = await SimulatedWorld.StartAsync(options: new HouseholdOptions { QBittorrent = quick });
        for (var number = 0; number < films; number++)
            world.Film(TitleOf(number), 2000 + (number % 25), 900_000 + number);
        var folder = Directory.CreateTempSubdirectory("felscanner-kill-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "settings.json"), Settings(world), TestContext.Current.CancellationToken);
        var house = new HouseUnderKill(world, folder);
        house.Program.Begin();
        await house.Program.ReadyAsync();
        await house.RunAsync("scan-library");
        return house;
    }

    /// <summary>Runs a job now; false when the program died over it.</summary>
    public async Task<bool> RunAsync(string job)
    {
        try
        {
            using var answer = await Program.Api.PostAsync($"api/jobs/{job}/run", null, TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>True once an answer came, whatever it says; false when the program died over it.</summary>
    public async Task<bool> ApproveAsync(string requestId)
    {
        try
        {
            using var answer = await Program.Api.PostAsJsonAsync("api/download/approve", new JsonObject { ["request_id"] = requestId }, TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task<bool> IsOpenAsync(string requestId) =>
        JsonNode.Parse(await Program.Api.GetStringAsync("api/download/pending", TestContext.Current.CancellationToken))!.AsArray().Any(row => (string?)row!["request_id"] == requestId);

    /// <summary>Every message of the bot about this film, oldest first.</summary>
    public IReadOnlyList<SimMessage> Messages(string title) =>
        [.. Telegram.Messages.Where(m => m.From is null && m.Rich.Plain.Contains(title + " (", StringComparison.Ordinal))];

    /// <summary>
    /// The last message about this film that can be pressed; null when the program died before it came. The feed is read again now and then: a reading
    /// that was under way already does not know what came out after it began.
    /// </summary>
    public Task<SimMessage?> OfferAsync(string title) =>
        ComesAsync($"{title} is offered", () => Messages(title).LastOrDefault(m => m.Buttons.Count > 0), () => RunAsync("check-feeds"));

    public Task<SimMessage?> ToldAsync(string title) =>
        ComesAsync($"the end of {title} is told", () => Messages(title).LastOrDefault(m => m.Rich.Plain.Contains("Arrived", StringComparison.Ordinal)), () => Task.CompletedTask);

    public async Task<IReadOnlyList<JsonNode>> HistoryAsync(string title) =>
        [.. JsonNode.Parse(await Program.Api.GetStringAsync($"api/download/history?q={Uri.EscapeDataString(title)}&page_size=200", TestContext.Current.CancellationToken))!["items"]!.AsArray()
            .Where(row => (string?)row!["movie_title"] == title).Select(row => row!)];

    /// <summary>What the database of the dead program knows of its message: its number, or 0.</summary>
    public long KnownMessage(string title) => TestDatabase.Query(
            Database,
            $"SELECT p.message_id FROM card_places p WHERE p.card_id IN (SELECT card_id FROM pending_downloads WHERE movie_title = '{title}')")
        .Select(long.Parse).FirstOrDefault();

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await World.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<SimMessage?> ComesAsync(string what, Func<SimMessage?> look, Func<Task> nudge)
    {
        SimMessage? found = null;
        var looks = 0;
        await Eventually.BecomesAsync(what, Patience, async () =>
        {
            if ((found = look()) is not null || Program.IsDead)
                return this;
            if (++looks % LooksBeforeANudge == 0)
                await nudge();
            return null;
        });
        return found;
    }

    private static string Settings(SimulatedWorld world)
    {
        var all = new JsonObject { ["feeds_first_reading"] = "ask", ["download_verify_disk_space"] = false, ["download_max_pending_approvals"] = 100, ["api_key"] = ApiKey };
        foreach (var (key, value) in world.Household.Settings())
            all[key] = value is ['[' or '{', ..] || key == "qbittorrent_port" ? JsonNode.Parse(value) : value;
        return all.ToJsonString();
    }
}
