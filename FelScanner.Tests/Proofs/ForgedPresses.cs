using System.Globalization;
using System.Text.Json.Nodes;
using FelScanner.Core.Ports;
using FelScanner.Tests.EndToEnd;
using FelScanner.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Proofs;

/// <summary>
/// Presses that must change nothing: of strangers, from another chat, with data that nobody was given, and the approver's own old ones,
/// again and in any order. Each is answered. FELSCANNER_PRESSES sets how many; ten thousand take about two minutes.
/// </summary>
public sealed class ForgedPresses
{
    private const int Wave = 100;
    private const int Seed = 4711;
    private const long Group = -100777;
    private const long Stranger = 666;
    private const int Films = 8;

    [Fact]
    public async Task No_press_of_a_stranger_and_no_replay_changes_anything_and_each_is_answered()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("FELSCANNER_PRESSES") ?? "2000", CultureInfo.InvariantCulture);
        await using var home = await OpenAsync();
        var requests = home.Services.GetRequiredService<IRequests>();
        var decided = await DecideSomeAsync(home);
        var before = await PictureAsync(home, requests);
        var forger = new Forger(new Random(Seed), home, decided);

        for (var sent = 0; sent < count; sent += Wave)
        {
            var queries = Enumerable.Range(0, Wave).Select(_ => forger.Press()).ToList();
            await Eventually.BecomesAsync($"press {sent} to {sent + Wave} are answered", TimeSpan.FromSeconds(120), () =>
                Task.FromResult(home.Telegram.Unconfirmed == 0 && queries.TrueForAll(home.Telegram.Answers.ContainsKey) ? home : null));
        }

        Assert.Equal(before, await PictureAsync(home, requests));
        Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.True(forger.Kinds.Count == Forger.HowManyKinds, "Every kind of forgery was tried.");
        home.World.AssertNothingUnexpected();
    }

    private static async Task<Home> OpenAsync()
    {
        var home = await Home.OpenAsync(
            world =>
            {
                for (var number = 0; number < Films; number++)
                    world.FelRelease(world.Film($"Movie {number}", 2010 + number, 900_001 + number));
                world.Household.Telegram.OpenChat(Group);
            },
            settings =>
            {
                settings["download_max_pending_approvals"] = 100;
                settings["telegram_allowed_user_ids"] = new JsonArray(4242);
            });
        await home.RunAsync("check-feeds");
        await home.RunAsync("deliver-messages");
        return home;
    }

    /// <summary>One yes that comes to its end, one no; what they said may be said again without any effect.</summary>
    private static async Task<IReadOnlyList<string>> DecideSomeAsync(Home home)
    {
        var messages = home.Telegram.Messages.Take(2).ToList();
        string[] pressed = [messages[0].Buttons[0][0].Data!, messages[1].Buttons[0][1].Data!];
        home.Telegram.Press(messages[0].Id, pressed[0]);
        home.Telegram.Press(messages[1].Id, pressed[1]);
        await home.HistoryAsync("declined");
        await home.HistoryAsync("completed");
        await home.MessageAsync("the end is told", m => m.Id == messages[0].Id && m.Text.Contains("Arrived", StringComparison.Ordinal));
        return [pressed[0]["dl_yes_".Length..], pressed[1]["dl_no_".Length..]];
    }

    /// <summary>Every request as it is stored, but for nothing.</summary>
    private static async Task<IReadOnlyList<string>> PictureAsync(Home home, IRequests requests)
    {
        List<string> picture = [.. (await home.PendingAsync()).Select(row => row!.ToJsonString())];
        var history = await requests.HistoryAsync(1, 200, null, TestContext.Current.CancellationToken);
        return [.. picture, .. history.Items.Select(row => $"{row.Request.RequestId} {row.Request.Status} {row.Request.DecidedBy} {row.Request.DecidedAt:O} {row.Request.CompletedAt:O}")];
    }

    private sealed class Forger
    {
        public const int HowManyKinds = 6;
        private static readonly string[] Words = ["dl_yes_", "dl_no_", "dl_force_", "dl_snooze1_", "dl_snooze7_", "dl_nofilm_", "dl_nogroup_", "dl_more_", "dl_stop_", "dl_retry_", "dl_keep_"];
        private readonly Random _random;
        private readonly Home _home;
        private readonly IReadOnlyList<string> _decided;
        private readonly List<string> _open;
        private readonly int _message;
        private readonly int _elsewhere;

        public Forger(Random random, Home home, IReadOnlyList<string> decided)
        {
            (_random, _home, _decided) = (random, home, decided);
            _open = [.. home.Telegram.Messages.Where(m => m.Buttons.Count > 1).Select(m => m.Buttons[0][0].Data!["dl_yes_".Length..])];
            _message = home.Telegram.Messages[0].Id;
            _elsewhere = home.Telegram.Say("hello", Stranger, Group);
        }

        public HashSet<int> Kinds { get; } = [];

        public string Press()
        {
            var kind = _random.Next(HowManyKinds);
            Kinds.Add(kind);
            var word = Words[_random.Next(Words.Length)];
            return kind switch
            {
                0 => _home.Telegram.Press(_message, word + Any(_open), Stranger),
                1 => _home.Telegram.Press(_elsewhere, word + Any(_open), _home.Telegram.Owner.Id, Group),
                2 => _home.Telegram.Press(_elsewhere, word + Any(_open), Stranger, Group),
                3 => _home.Telegram.Press(_message, Invented(word)),
                4 => _home.Telegram.Press(_message, Words[_random.Next(Words.Length - 1)] + Any(_decided)),
                _ => _home.Telegram.Press(_message, Any(_open)[.._random.Next(1, 8)] + word),
            };
        }

        private string Any(IReadOnlyList<string> from) => from[_random.Next(from.Count)];

        /// <summary>An id that nobody was given: made up, cut, prolonged, with signs in it.</summary>
        private string Invented(string word)
        {
            var id = Any(_open);
            var made = _random.Next(5) switch
            {
                0 => Convert.ToHexStringLower(Bytes(6)),
                1 => id[..^1],
                2 => id + "0",
                3 => id.ToUpperInvariant() + "'",
                _ => $"{id}' OR 1=1 --",
            };
            var data = word + made;
            return data.Length <= 64 ? data : data[..64];
        }

        private byte[] Bytes(int count)
        {
            var bytes = new byte[count];
            _random.NextBytes(bytes);
            return bytes;
        }
    }
}
