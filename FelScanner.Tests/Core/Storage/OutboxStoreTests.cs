using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

public sealed class OutboxStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_of_one_card_become_one_while_they_wait()
    {
        await using var database = await TestDatabase.CreateAsync(new StillClock(A.Noon));

        await database.Outbox.PutAsync([new(OutboxKind.Card, "c1"), new(OutboxKind.Card, "c1"), new(OutboxKind.Note, "c1", "hello")], Token);
        await database.Outbox.PutAsync([new(OutboxKind.Card, "c1")], Token);

        var due = await database.Outbox.DueAsync(A.Noon, 10, Token);
        Assert.Equal([(OutboxKind.Card, 3), (OutboxKind.Note, 1)], due.Select(row => (row.Item.Kind, row.Version)));
    }

    [Fact]
    public async Task A_row_written_again_during_its_delivery_is_delivered_again()
    {
        await using var database = await TestDatabase.CreateAsync(new StillClock(A.Noon));
        await database.Outbox.PutAsync([new(OutboxKind.Card, "c1", "old")], Token);
        var underWay = (await database.Outbox.DueAsync(A.Noon, 10, Token)).Single();
        await database.Outbox.PutAsync([new(OutboxKind.Card, "c1", "new")], Token);

        await database.Outbox.DoneAsync(underWay, null, Token);

        Assert.Equal("new", (await database.Outbox.DueAsync(A.Noon, 10, Token)).Single().Item.Payload);
    }

    [Fact]
    public async Task A_row_that_was_told_is_gone_and_the_cards_place_is_known()
    {
        await using var database = await TestDatabase.CreateAsync(new StillClock(A.Noon));
        await database.Requests.CreateAsync(A.Request(), [new(OutboxKind.Card, "r1")], A.Activity(), Token);
        var row = (await database.Outbox.DueAsync(A.Noon, 10, Token)).Single();
        var place = new CardPlace("r1", new ChatPlace("-100", 77, true), "digest", A.Noon);

        await database.Outbox.DoneAsync(row, place, Token);

        Assert.Equal(0, await database.Outbox.CountAsync(Token));
        Assert.Equal(place, await database.Outbox.PlaceAsync("r1", "-100", Token));
        Assert.Equal(["77"], database.Query("SELECT telegram_message_id FROM pending_downloads"));
    }

    [Fact]
    public async Task A_failed_row_waits_for_its_backoff_also_when_it_is_written_again()
    {
        await using var database = await TestDatabase.CreateAsync(new StillClock(A.Noon));
        await database.Outbox.PutAsync([new(OutboxKind.Card, "c1")], Token);
        var row = (await database.Outbox.DueAsync(A.Noon, 10, Token)).Single();

        await database.Outbox.LaterAsync(row, A.Noon.AddMinutes(5), "Telegram does not answer.", Token);
        await database.Outbox.PutAsync([new(OutboxKind.Card, "c1")], Token);

        Assert.Empty(await database.Outbox.DueAsync(A.Noon.AddMinutes(4), 10, Token));
        Assert.Equal(A.Noon.AddMinutes(5), await database.Outbox.NextDueAsync(Token));
        Assert.Equal((1, "Telegram does not answer."), (await database.Outbox.DueAsync(A.Noon.AddMinutes(5), 10, Token)).Select(due => (due.Attempts, due.LastError)).Single());
    }

    [Fact]
    public async Task News_that_may_not_wait_bring_a_waiting_row_forward()
    {
        await using var database = await TestDatabase.CreateAsync(new StillClock(A.Noon));
        await database.Outbox.PutAsync([new(OutboxKind.Card, "c1", NotBefore: A.Noon.AddSeconds(30))], Token);

        await database.Outbox.PutAsync([new(OutboxKind.Card, "c1")], Token);

        Assert.Single(await database.Outbox.DueAsync(A.Noon, 10, Token));
    }

    [Fact]
    public async Task An_empty_outbox_is_never_due()
    {
        await using var database = await TestDatabase.CreateAsync();

        Assert.Null(await database.Outbox.NextDueAsync(Token));
    }
}
