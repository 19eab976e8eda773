using System.Net;
using System.Text.Json.Nodes;
using FelScanner.Tests.EndToEnd;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Proofs;

/// <summary>Telegram is away for 25 hours, an hour longer than a request waits. Life goes on without it; afterwards the chat is told what still matters, once.</summary>
public sealed class TelegramAway
{
    private const int Hours = 25;
    private static readonly string[] Titles = ["Told and approved", "Told and expired", "New and approved", "New and declined", "New and expired", "Newest"];
    private readonly StageTime _clock = new();

    [Fact]
    public async Task After_25_hours_without_telegram_nothing_is_lost_and_each_request_has_one_message_at_most()
    {
        await using var home = await Home.OpenAsync(
            world =>
            {
                foreach (var (title, number) in Titles.Select((title, number) => (title, number)))
                    world.Film(title, 2010 + number, 900_000 + number);
                Offer(world, "Told and approved", "Told and expired");
            },
            settings => settings["download_max_pending_approvals"] = 100,
            await SimulatedWorld.StartAsync(_clock),
            services => services.AddSingleton<TimeProvider>(_clock));
        await home.RunAsync("check-feeds");
        await home.RunAsync("deliver-messages");
        var (approved, expired) = (Of(home, "Told and approved").Single().Id, Of(home, "Told and expired").Single().Id);

        await home.Telegram.StopAsync(TestContext.Current.CancellationToken);
        Offer(home.World, "New and approved", "New and declined", "New and expired");
        await home.RunAsync("check-feeds");
        await DecideAsync(home, "approve", "Told and approved", "New and approved");
        await DecideAsync(home, "decline", "New and declined");
        await PassAsync(home);
        Offer(home.World, "Newest");
        await home.RunAsync("check-feeds");
        var edits = Edits(home);
        await home.Telegram.StartAsync(TestContext.Current.CancellationToken);
        _clock.Jump(TimeSpan.FromMinutes(6));
        await home.RunAsync("deliver-messages");
        await Eventually.BecomesAsync("all is told", TimeSpan.FromSeconds(60), () => Task.FromResult(Of(home, "Newest").Count == 1 && Says(home, "Told and expired", "Expired") && Says(home, "New and approved", "Arrived") ? home : null));

        Assert.Single(Of(home, "Told and approved"), m => m.Id == approved && m.Text.Contains("Arrived", StringComparison.Ordinal) && m.Buttons.Count == 0);
        Assert.Single(Of(home, "Told and expired"), m => m.Id == expired && m.Buttons.Count == 0);
        Assert.Single(Of(home, "New and approved"));
        Assert.Empty(Of(home, "New and declined"));
        Assert.Empty(Of(home, "New and expired"));
        Assert.Single(Of(home, "Newest"), m => m.Buttons.Count > 0);
        Assert.Equal(2, Edits(home) - edits);
        Assert.Equal(2, home.World.Household.QBittorrent.Torrents.Count);
        home.World.AssertNothingUnexpected();
    }

    /// <summary>A day and an hour, hour by hour, with every job's round in each.</summary>
    private async Task PassAsync(Home home)
    {
        await home.BecomesAsync("both downloads arrive", "api/download/history", page => page["items"]!.AsArray().Count(row => (string?)row!["status"] == "completed") == 2);
        for (var hour = 0; hour < Hours; hour++)
        {
            _clock.Jump(TimeSpan.FromHours(1));
            foreach (var job in (string[])["expire-requests", "deliver-messages", "track-downloads"])
                await home.RunAsync(job);
        }

        await home.BecomesAsync("both others expire", "api/download/history", page => page["items"]!.AsArray().Count(row => (string?)row!["status"] == "expired") == 2);
    }

    private static void Offer(SimulatedWorld world, params string[] titles)
    {
        foreach (var title in titles)
            world.FelRelease(world.Household.World.Films.Single(f => f.Title == title));
    }

    private static async Task DecideAsync(Home home, string decision, params string[] titles)
    {
        foreach (var title in titles)
        {
            var request = (await home.PendingAsync()).Single(row => (string?)row!["movie_title"] == title)!;
            var (status, _) = await home.PostAsync($"api/download/{decision}", new JsonObject { ["request_id"] = (string)request["request_id"]! });
            Assert.Equal(HttpStatusCode.OK, status);
        }
    }

    private static IReadOnlyList<SimMessage> Of(Home home, string title) => [.. home.Telegram.Messages.Where(m => m.Text.Contains($"{title}</b>", StringComparison.Ordinal) || m.Rich.Plain.StartsWith(title, StringComparison.Ordinal))];

    private static bool Says(Home home, string title, string word) => Of(home, title).Any(m => m.Text.Contains(word, StringComparison.Ordinal));

    private static int Edits(Home home) => home.Telegram.Calls.Count(call => call.Path.Contains("/edit", StringComparison.Ordinal));
}
