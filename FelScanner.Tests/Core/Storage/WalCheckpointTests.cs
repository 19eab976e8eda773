using FelScanner.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FelScanner.Tests.Core.Storage;

public sealed class WalCheckpointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_committed_reaches_the_database_file_beside_the_writers()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.Notebook.WriteAsync("a", "1", Token);

        await Eventually.BecomesAsync("the file alone tells it", TimeSpan.FromSeconds(30), () => Task.FromResult(WithoutLog(database.File) == "1" ? database : null));
    }

    [Fact]
    public async Task One_checkpoint_is_enough_for_a_while_and_nothing_is_lost_without_it()
    {
        var clock = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(clock);
        await database.Notebook.WriteAsync("a", "1", Token);
        await Eventually.BecomesAsync("the first", TimeSpan.FromSeconds(30), () => Task.FromResult(WithoutLog(database.File) == "1" ? database : null));

        await database.Notebook.WriteAsync("a", "2", Token);
        Assert.Equal("1", WithoutLog(database.File));
        Assert.Equal("2", await database.Notebook.ReadAsync("a", Token));
        clock.Advance(TimeSpan.FromSeconds(11));

        await Eventually.BecomesAsync("the second", TimeSpan.FromSeconds(30), async () =>
        {
            await database.Notebook.WriteAsync("a", "3", Token);
            return WithoutLog(database.File) == "3" ? database : null;
        });
    }

    /// <summary>What the database file holds for itself: its log is not looked at. Null while it is being written to.</summary>
    private static string? WithoutLog(string file)
    {
        using var connection = new SqliteConnection($"Data Source=file:{file}?immutable=1;Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM notebook WHERE key = 'a'";
        try
        {
            return command.ExecuteScalar() as string;
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}
