using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage;
using FelScanner.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Tests.Core.Storage;

/// <summary>The history's search: exact, from both ends, and without a look at the wide rows.</summary>
public sealed class HistorySearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    [InlineData(40, 0)]
    public async Task Every_page_tells_how_many_there_are_in_all(int page, int rows)
    {
        await using var database = await FilledAsync([.. Enumerable.Range(1, 7).SelectMany(n => new[] { $"Dune {n}", $"Heat {n}" })]);

        var found = await database.Requests.HistoryAsync(page, 3, "dune", Token);

        Assert.Equal((rows, 7, page), (found.Items.Count, found.Total, found.Number));
    }

    [Fact]
    public async Task Its_pages_together_are_the_list_newest_first()
    {
        // All of them begin in the same moment: the order is then that of their ids.
        await using var database = await FilledAsync([.. Enumerable.Range(1, 7).Select(n => $"Dune {n}")]);

        List<string> titles = [];
        for (var page = 1; page <= 3; page++)
            titles.AddRange((await database.Requests.HistoryAsync(page, 3, "dune", Token)).Items.Select(row => row.Request.MovieTitle));

        Assert.Equal(["Dune 7", "Dune 6", "Dune 5", "Dune 4", "Dune 3", "Dune 2", "Dune 1"], titles);
    }

    [Theory]
    [InlineData("q", 1)]
    [InlineData("un", 2)]
    [InlineData("UNE", 2)]
    [InlineData("  dune  ", 2)]
    [InlineData("grp", 4)]
    [InlineData("dv.fel", 4)]
    [InlineData("dune fel", 0)]
    [InlineData("%", 1)]
    [InlineData("_", 0)]
    [InlineData("é", 1)]
    [InlineData("\\", 0)]
    public async Task A_part_of_the_films_or_the_releases_title_is_found_however_short(string text, int count)
    {
        await using var database = await FilledAsync("Dune", "Dune 2", "Q 100%", "Amélie");

        var found = await database.Requests.HistoryAsync(1, 50, text, Token);

        Assert.Equal((count, count), (found.Total, found.Items.Count));
    }

    [Fact]
    public async Task Looking_for_a_title_reads_the_index_of_titles_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = await database.Get<IDbContextFactory<FelDbContext>>().CreateDbContextAsync(Token);
        var titles = HistorySearch.Titles(context, "dune");

        var page = await PlanAsync(context, titles.OrderByDescending(key => key.StartedAt).ThenByDescending(key => key.Id).Take(50));
        var rest = await PlanAsync(context, titles.Where(key => key.StartedAt <= A.Noon && (key.StartedAt < A.Noon || key.Id < 7)));

        Assert.Equal("SCAN d USING COVERING INDEX IX_download_history_search", page);
        Assert.Equal("SEARCH d USING COVERING INDEX IX_download_history_search (started_at<?)", rest);
    }

    [Fact]
    public async Task The_activity_is_searched_the_same_way()
    {
        await using var database = await TestDatabase.CreateAsync();
        for (var n = 1; n <= 7; n++)
            await database.Activity.AddAsync(new ActivityEntry("note", n % 2 == 0 ? "Ben" : "Ada", "web", $"Line {n}."), Token);

        var first = await database.Activity.PageAsync(null, "ada", 1, 3, Token);
        var second = await database.Activity.PageAsync(null, "ada", 2, 3, Token);

        Assert.Equal(["Line 7.", "Line 5.", "Line 3.", "Line 1."], first.Items.Concat(second.Items).Select(entry => entry.Sentence));
        Assert.Equal((4, 4), (first.Total, second.Total));
    }

    private static async Task<string> PlanAsync(FelDbContext context, IQueryable<object> query)
    {
        await context.Database.OpenConnectionAsync(Token);
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync(Token);
        List<string> steps = [];
        while (await reader.ReadAsync(Token))
            steps.Add(reader.GetString(3));
        return string.Join("; ", steps);
    }

    private static async Task<TestDatabase> FilledAsync(params IReadOnlyList<string> titles)
    {
        var database = await TestDatabase.CreateAsync(new StillClock(A.Noon));
        foreach (var (title, n) in titles.Select((title, n) => (title, n)))
        {
            await database.Requests.CreateAsync(A.Request($"r{n}", title: title), [], A.Activity(), Token);
            await database.Requests.TryStepAsync(A.Step(RequestStatus.Pending, RequestStatus.Declined, $"r{n}"), Token);
        }

        return database;
    }
}
