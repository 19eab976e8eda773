using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

public sealed class WaitingRequestsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_is_counted_by_card_and_the_films_oldest_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        await CreateAsync(database, A.Request("r1", cardId: "c1", releaseId: 1, filmId: 5));
        await CreateAsync(database, A.Request("r2", cardId: "c1", releaseId: 2, filmId: 5, createdAt: A.Request().CreatedAt.AddHours(-1)));
        await CreateAsync(database, A.Request("r3", RequestStatus.Queued, "c3", 3, filmId: 6));

        var (cards, ofFilm) = await database.Requests.WaitingAsync(5, Token);
        var (_, queued) = await database.Requests.WaitingAsync(6, Token);

        Assert.Equal((1, "r2", "r3"), (cards, ofFilm?.RequestId, queued?.RequestId));
        Assert.Equal(new Waiting(1, null), await database.Requests.WaitingAsync(null, Token));
    }

    private static Task<bool> CreateAsync(TestDatabase database, DownloadRequest request) =>
        database.Requests.CreateAsync(request, [], A.Activity(requestId: request.RequestId), Token);
}
