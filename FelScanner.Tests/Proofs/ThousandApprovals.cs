using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FelScanner.Tests.EndToEnd;
using FelScanner.Tests.Support;
using FelScanner.Web.Demo.Telegram;
using FelScanner.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Proofs;

/// <summary>Everybody says yes to one request in the same moment, from everywhere: in the chat (every update delivered twice), on the page, over the API.</summary>
public sealed class ThousandApprovals
{
    private const int People = 1000;
    private const string Secret = "secret-of-the-proof";

    [Fact]
    public async Task A_thousand_mixed_approvals_at_once_are_one_download_and_everybody_is_told_who_was_first()
    {
        await using var home = await Home.OpenAsync(world => world.FelRelease(world.Film("Movie", 2021, 900001)), settings =>
        {
            settings["telegram_mode"] = "webhook";
            settings["telegram_webhook_secret"] = Secret;
        });
        await home.RunAsync("check-feeds");
        var message = await home.MessageAsync("the request", m => m.Buttons.Count > 0);
        using var crowd = new Crowd(home, message);

        var told = await Task.WhenAll(Enumerable.Range(0, People).Select(n => Task.Run(() => crowd.ApproveAsync(n), TestContext.Current.CancellationToken)));
        var (by, where) = await crowd.FirstAsync();
        var edited = await home.MessageAsync("the chat is told", m => m.Id == message.Id && m.Rich.Plain.Contains($"Approved by {by}", StringComparison.Ordinal));

        Assert.Equal(1, told.Count(t => t.First) + (where == "telegram" ? 1 : 0));
        Assert.Equal([], told.Where(t => !t.First && t.Way != "telegram" && !t.Sentence.Contains($"by {by}", StringComparison.Ordinal)));
        Assert.Equal(crowd.Presses.Count, crowd.Presses.Count(query => home.Telegram.Answers.ContainsKey(query)));
        Assert.DoesNotContain(edited.Buttons.SelectMany(row => row), button => button.Data!.StartsWith("dl_yes_", StringComparison.Ordinal));
        Assert.Single(home.World.Household.QBittorrent.Torrents);
        Assert.Single(home.World.Household.QBittorrent.Calls, call => call.Path.EndsWith("torrents/add", StringComparison.Ordinal));
        home.World.AssertNothingUnexpected();
    }

    /// <summary>What one of them was told.</summary>
    private sealed record Told(string Way, bool First, string Sentence);

    private sealed class Crowd : IDisposable
    {
        private readonly Home _home;
        private readonly SimMessage _message;
        private readonly HttpClient _telegram;
        private readonly string _yes;

        public Crowd(Home home, SimMessage message)
        {
            (_home, _message, _yes) = (home, message, message.Buttons[0][0].Data!);
            _telegram = new HttpClient { BaseAddress = home.Address };
            _telegram.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", Secret);

            // Each press comes twice: the numbers 0, 3, 6 … are presses, two by two the same.
            Presses = [.. Enumerable.Range(0, (People / 6) + 1).Select(_ => home.Telegram.Press(message.Id, _yes))];
        }

        public IReadOnlyList<string> Presses { get; }

        private string RequestId => _yes["dl_yes_".Length..];

        public Task<Told> ApproveAsync(int number) => (number % 3) switch
        {
            0 => PressAsync(number / 6),
            1 => OnThePageAsync($"person {number}"),
            _ => OverTheApiAsync(),
        };

        public async Task<(string By, string Where)> FirstAsync()
        {
            var row = (await _home.GetAsync("api/download/history"))["items"]!.AsArray().Single()!;
            return ((string)row["decided_by"]!, (string)row["decided_in"]!);
        }

        public void Dispose() => _telegram.Dispose();

        private async Task<Told> PressAsync(int press)
        {
            var update = Update(press);
            while (true)
            {
                using var answer = await _telegram.PostAsJsonAsync("telegram/webhook", update, TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return new Told("telegram", false, "");
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            }
        }

        private async Task<Told> OnThePageAsync(string user)
        {
            await using var circuit = _home.Services.CreateAsyncScope();
            var outcome = await circuit.ServiceProvider.GetRequiredService<IRequestActions>().ApproveAsync(RequestId, false, null, user, TestContext.Current.CancellationToken);
            Assert.True(outcome.Kind is OutcomeKind.Done or OutcomeKind.Refused, outcome.Sentence);
            return new Told("page", outcome.Kind == OutcomeKind.Done, outcome.Sentence);
        }

        private async Task<Told> OverTheApiAsync()
        {
            var (status, body) = await _home.PostAsync("api/download/approve", new JsonObject { ["request_id"] = RequestId });
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Conflict, body.ToJsonString());
            return new Told("api", status == HttpStatusCode.OK, status == HttpStatusCode.OK ? "" : $"by {body["decided_by"]}");
        }

        private JsonObject Update(int press) => new()
        {
            ["update_id"] = 900_000 + press,
            ["callback_query"] = new JsonObject
            {
                ["id"] = Presses[press],
                ["from"] = new JsonObject { ["id"] = _home.Telegram.Owner.Id, ["is_bot"] = false, ["first_name"] = "Anna", ["username"] = "anna" },
                ["message"] = new JsonObject
                {
                    ["message_id"] = _message.Id,
                    ["date"] = 1_700_000_000,
                    ["chat"] = new JsonObject { ["id"] = _home.Telegram.ChatId, ["type"] = "private" },
                },
                ["chat_instance"] = press.ToString(CultureInfo.InvariantCulture),
                ["data"] = _yes,
            },
        };
    }
}
