using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Boards;
using FelScanner.Core.Workflow.Health;
using FelScanner.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FelScanner.Tests.Core.Storage;

/// <summary>One request whose stored details are damaged: it hides no other, and nothing is built upon it.</summary>
public sealed class UnreadableRequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"request_id\":\"r1\"")]
    [InlineData("{\"request_id\":\"r1\"}")]
    [InlineData("{\"request_id\":7}")]
    public async Task The_history_shows_it_as_what_its_row_tells(string data)
    {
        await using var database = await TwoDecidedAsync();
        Damage(database.File, "download_history", "r1", data);

        var page = await database.Requests.HistoryAsync(1, 50, null, Token);

        var shown = page.Items.Single(row => row.Request.RequestId == "r1").Request;
        Assert.Equal(2, page.Total);
        Assert.Equal(("Dune", 2021, RequestStatus.Approved, "Ada"), (shown.MovieTitle, shown.Year, shown.Status, shown.DecidedBy));
        Assert.Contains("cannot be read", shown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_is_none_is_unreadable_too()
    {
        await using var database = await TwoDecidedAsync();
        Execute(database.File, "UPDATE download_history SET download_data = replace(download_data, '2026-01-31T12:00:00.000Z', 'yesterday') WHERE request_id = 'r1'");

        var page = await database.Requests.HistoryAsync(1, 50, null, Token);

        Assert.Equal(2, page.Items.Count);
    }

    [Fact]
    public async Task What_waits_and_runs_is_listed_without_it()
    {
        await using var database = await TwoDecidedAsync();
        Damage(database.File, "pending_downloads", "r1");

        var approved = await database.Requests.InAsync([RequestStatus.Approved], Token);

        Assert.Equal(["r2"], approved.Select(request => request.RequestId));
    }

    [Fact]
    public async Task No_step_is_built_upon_it()
    {
        await using var database = await TwoDecidedAsync();
        Damage(database.File, "pending_downloads", "r1");

        var outcome = await database.Requests.TryStepAsync(A.Step(RequestStatus.Approved, RequestStatus.Adding), Token);

        Assert.False(outcome.Done);
        Assert.Equal(["approved"], database.Query("SELECT status FROM pending_downloads WHERE request_id = 'r1'"));
    }

    [Fact]
    public async Task Its_release_is_known_as_asked_about()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Requests.CreateAsync(A.Request("r1", releaseId: 7), [], A.Activity(), Token);
        await database.Requests.TryStepAsync(A.Step(RequestStatus.Pending, RequestStatus.Declined), Token);
        Damage(database.File, "download_history", "r1");

        var before = await database.Requests.OfReleaseAsync(7, Token);

        Assert.Equal(("r1", RequestStatus.Declined), (before?.RequestId, before?.Status));
    }

    [Fact]
    public async Task A_finding_names_it_until_it_is_over()
    {
        await using var database = await TwoDecidedAsync();
        Damage(database.File, "pending_downloads", "r1");
        var findings = new Findings(new EventBus(), TimeProvider.System);
        var watch = new WatchStorage(database.Get<IStorageHealth>(), findings, TimeProvider.System);

        await watch.LookAsync(Token);
        var found = findings.Now.SingleOrDefault(finding => finding.Id == "database.unreadable");
        Execute(database.File, "DELETE FROM pending_downloads WHERE request_id = 'r1'");
        await watch.LookAsync(Token);

        Assert.Contains("r1", found?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(findings.Now, finding => finding.Id == "database.unreadable");
    }

    private static async Task<TestDatabase> TwoDecidedAsync()
    {
        var database = await TestDatabase.CreateAsync();
        foreach (var id in new[] { "r1", "r2" })
        {
            await database.Requests.CreateAsync(A.Request(id), [], A.Activity(requestId: id), Token);
            await database.Requests.TryStepAsync(A.Approval(id), Token);
        }

        return database;
    }

    internal static void Damage(string file, string table, string requestId, string data = "{\"request_id\":") =>
        Execute(file, $"UPDATE {table} SET download_data = '{data}' WHERE request_id = '{requestId}'");

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
