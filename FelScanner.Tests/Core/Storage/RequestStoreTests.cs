using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

public sealed class RequestStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_comes_back_as_it_was_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        var request = A.Request() with { MagnetLink = "magnet:?xt=urn:btih:abc" };

        await CreateAsync(database, request);

        Assert.Equivalent(request, await database.Requests.FindAsync("r1", Token), strict: true);
    }

    [Fact]
    public async Task A_pass_key_is_nowhere_in_the_database_in_clear()
    {
        await using var database = await TestDatabase.CreateAsync();

        await CreateAsync(database, A.Request());

        var row = database.Query("SELECT coalesce(torrent_url, '') || download_data FROM pending_downloads").Single();
        Assert.DoesNotContain("topsecretpass", row, StringComparison.Ordinal);
        Assert.Contains("https://tracker.example/download/1/a.torrent", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_of_the_contract_are_kept_in_step()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request());

        await database.Requests.TryStepAsync(A.Approval(), Token);

        Assert.Equal(
            ["approved|2026-01-31T12:00:00.000Z|2026-02-01T12:00:00.000Z|2026-01-31T12:01:00.000Z|fel|Dune|2021"],
            database.Query("SELECT status || '|' || created_at || '|' || expires_at || '|' || approved_at || '|' || quality_type || '|' || movie_title || '|' || year FROM pending_downloads"));
    }

    [Fact]
    public async Task A_release_has_one_open_request_at_most()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request("r1", releaseId: 7));

        var second = await CreateAsync(database, A.Request("r2", releaseId: 7));

        Assert.False(second);
    }

    [Fact]
    public async Task A_person_may_ask_again_for_an_expired_release()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request("r1", releaseId: 7));
        await database.Requests.TryStepAsync(A.Step(RequestStatus.Pending, RequestStatus.Expired), Token);

        var again = await CreateAsync(database, A.Request("r2", releaseId: 7, createdAt: A.Noon.AddDays(2)));

        Assert.True(again);
        Assert.Equal("r2", (await database.Requests.OfReleaseAsync(7, Token))?.RequestId);
    }

    [Fact]
    public async Task Of_fifty_approvals_at_once_one_counts()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => database.Requests.TryStepAsync(A.Approval(by: $"person {n}"), Token), Token)));

        var winner = Assert.Single(outcomes, outcome => outcome.Done).Request!.DecidedBy;
        Assert.All(outcomes, outcome => Assert.Equal(winner, outcome.Request!.DecidedBy));
    }

    [Fact]
    public async Task A_refused_step_leaves_no_trace()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request());
        await database.Requests.TryStepAsync(A.Step(RequestStatus.Pending, RequestStatus.Declined), Token);

        var outcome = await database.Requests.TryStepAsync(A.Approval() with { ChatOffset = 5 }, Token);

        Assert.False(outcome.Done);
        Assert.Equal(RequestStatus.Declined, outcome.Request!.Status);
        Assert.Equal(1, await database.Outbox.CountAsync(Token));
        Assert.Null(await database.Notebook.ReadAsync(Notes.ChatOffset, Token));
        Assert.DoesNotContain(await database.Activity.OfRequestAsync("r1", Token), entry => entry.Kind == "approved");
    }

    [Fact]
    public async Task A_step_that_no_request_may_take_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request());

        var outcome = await database.Requests.TryStepAsync(A.Step(RequestStatus.Pending, RequestStatus.Completed), Token);

        Assert.False(outcome.Done);
    }

    [Fact]
    public async Task A_step_of_an_unknown_request_finds_none()
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcome = await database.Requests.TryStepAsync(A.Approval("nobody"), Token);

        Assert.Equal(new StepOutcome(false, null), outcome);
    }

    [Fact]
    public async Task A_step_brings_its_messages_its_activity_and_the_chats_offset()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request());

        await database.Requests.TryStepAsync(A.Approval() with { ChatOffset = 42 }, Token);

        Assert.Equal("42", await database.Notebook.ReadAsync(Notes.ChatOffset, Token));
        Assert.Equal(["offered", "approved"], (await database.Activity.OfRequestAsync("r1", Token)).Select(entry => entry.Kind));
        Assert.Equal(2, (await database.Outbox.DueAsync(DateTimeOffset.MaxValue, 10, Token)).Single().Version);
    }

    [Fact]
    public async Task A_change_may_keep_the_status()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request(status: RequestStatus.Downloading));

        var outcome = await database.Requests.TryStepAsync(A.Step(RequestStatus.Downloading, RequestStatus.Downloading, change: request => request with { Progress = 0.5 }), Token);

        Assert.True(outcome.Done);
        Assert.Equal(0.5, (await database.Requests.FindAsync("r1", Token))!.Progress);
    }

    [Theory]
    [InlineData(RequestStatus.Pending, RequestStatus.Declined)]
    [InlineData(RequestStatus.Pending, RequestStatus.Expired)]
    [InlineData(RequestStatus.Approved, RequestStatus.Stopped)]
    public async Task An_ended_request_leaves_pending_downloads_and_stays_in_the_history(RequestStatus from, RequestStatus to)
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request(status: from));

        await database.Requests.TryStepAsync(A.Step(from, to), Token);

        Assert.Empty(database.Query("SELECT request_id FROM pending_downloads"));
        Assert.Equal(to, (await database.Requests.FindAsync("r1", Token))!.Status);
        Assert.Equal(to, (await database.Requests.HistoryAsync(1, 50, null, Token)).Items.Single().Request.Status);
        Assert.Equal("r1", (await database.Requests.InAsync([to], Token)).Single().RequestId);
    }

    [Fact]
    public async Task The_history_follows_a_download_with_one_row()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request());
        await database.Requests.TryStepAsync(A.Approval(), Token);
        await database.Requests.TryStepAsync(A.Step(RequestStatus.Approved, RequestStatus.Adding, change: r => r with { TorrentHash = "abc" }), Token);
        await database.Requests.TryStepAsync(A.Step(RequestStatus.Adding, RequestStatus.Downloading), Token);

        await database.Requests.TryStepAsync(
            A.Step(RequestStatus.Downloading, RequestStatus.Completed, change: r => r with { CompletedAt = A.Noon.AddHours(2), ArrivedLayer = EnhancementLayer.Fel, LayerProven = true }), Token);

        Assert.Equal(
            ["r1|completed|abc|2026-01-31T12:01:00.000Z|2026-01-31T14:00:00.000Z|fel|Ada"],
            database.Query("SELECT request_id || '|' || status || '|' || torrent_hash || '|' || started_at || '|' || completed_at || '|' || enhancement_layer || '|' || decided_by FROM download_history"));
    }

    [Fact]
    public async Task A_waiting_request_is_not_history()
    {
        await using var database = await TestDatabase.CreateAsync();

        await CreateAsync(database, A.Request());

        Assert.Equal(0, (await database.Requests.HistoryAsync(1, 50, null, Token)).Total);
    }

    [Fact]
    public async Task The_history_is_searched_without_case_and_taken_literally()
    {
        await using var database = await TestDatabase.CreateAsync();
        foreach (var (id, title) in new[] { ("r1", "Dune"), ("r2", "100% Wolf"), ("r3", "1000 Wolves") })
        {
            await CreateAsync(database, A.Request(id, title: title));
            await database.Requests.TryStepAsync(A.Step(RequestStatus.Pending, RequestStatus.Declined, id), Token);
        }

        var found = await database.Requests.HistoryAsync(1, 50, "0% wolf", Token);

        Assert.Equal(["r2"], found.Items.Select(row => row.Request.RequestId));
    }

    [Fact]
    public async Task Old_history_is_forgotten_and_open_requests_never()
    {
        var clock = new StillClock(A.Noon);
        await using var database = await TestDatabase.CreateAsync(clock);
        await CreateAsync(database, A.Request("old"));
        await database.Requests.TryStepAsync(A.Step(RequestStatus.Pending, RequestStatus.Declined, "old"), Token);
        await CreateAsync(database, A.Request("running"));
        await database.Requests.TryStepAsync(A.Approval("running"), Token);

        var forgotten = await database.Requests.ForgetHistoryAsync(A.Noon.AddDays(30), Token);

        Assert.Equal(1, forgotten);
        Assert.Null(await database.Requests.FindAsync("old", Token));
        Assert.NotNull(await database.Requests.FindAsync("running", Token));
    }

    [Fact]
    public async Task A_card_lists_all_its_requests_oldest_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request("b", cardId: "card", createdAt: A.Noon.AddMinutes(1)));
        await CreateAsync(database, A.Request("a", cardId: "card", createdAt: A.Noon.AddMinutes(2)));
        await CreateAsync(database, A.Request("other"));
        await database.Requests.TryStepAsync(A.Step(RequestStatus.Pending, RequestStatus.Declined, "b"), Token);

        var ofCard = await database.Requests.OfCardAsync("card", Token);

        Assert.Equal(["b", "a"], ofCard.Select(request => request.RequestId));
    }

    private static Task<bool> CreateAsync(TestDatabase database, DownloadRequest request) =>
        database.Requests.CreateAsync(request, [new OutboxItem(OutboxKind.Card, request.CardId)], A.Activity(requestId: request.RequestId), Token);
}
