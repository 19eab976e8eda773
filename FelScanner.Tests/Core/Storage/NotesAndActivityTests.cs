using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

public sealed class NotesAndActivityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_written_over_and_erased()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.Notebook.WriteAsync("feed.a", "1", Token);
        await database.Notebook.WriteAsync("feed.a", "2", Token);
        await database.Notebook.WriteAsync("feed.b", "3", Token);
        await database.Notebook.WriteAsync("other", "4", Token);
        await database.Notebook.WriteAsync("feed.b", null, Token);

        Assert.Equal(new Dictionary<string, string> { ["feed.a"] = "2" }, await database.Notebook.AllAsync("feed.", Token));
    }

    [Fact]
    public async Task Activity_is_filtered_and_newest_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Activity.AddAsync(A.Activity("offered"), Token);
        await database.Activity.AddAsync(A.Activity("approved", filmId: 7), Token);
        await database.Activity.AddAsync(A.Activity("approved", requestId: "r2"), Token);

        var page = await database.Activity.PageAsync("approved", "DUNE", 1, 50, Token);

        Assert.Equal(["r2", "r1"], page.Items.Select(entry => entry.RequestId));
        Assert.Equal("approved", (await database.Activity.OfFilmAsync(7, Token)).Single().Kind);
    }

    [Fact]
    public async Task An_entry_without_a_time_is_of_now()
    {
        await using var database = await TestDatabase.CreateAsync(new StillClock(A.Noon.AddDays(1)));

        await database.Activity.AddAsync(A.Activity() with { At = default }, Token);

        Assert.Equal(A.Noon.AddDays(1), (await database.Activity.OfRequestAsync("r1", Token)).Single().At);
    }
}
