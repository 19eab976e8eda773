using FelScanner.Core.Ports;
using FelScanner.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FelScanner.Tests.Core.Storage;

public sealed class StorageSetupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_folder_gets_a_database_with_the_contracts_tables()
    {
        var folder = TestDatabase.NewFolder();

        await using var database = await TestDatabase.OpenAsync(folder);

        Assert.Superset(
            new HashSet<string>
            {
                "request_id", "movie_title", "year", "torrent_url", "target_folder", "quality_type", "status", "telegram_message_id",
                "download_data", "created_at", "expires_at", "approved_at", "completed_at",
            },
            database.Query("SELECT name FROM pragma_table_info('pending_downloads')").ToHashSet());
        Assert.Superset(
            new HashSet<string> { "id", "request_id", "movie_title", "quality_type", "torrent_hash", "status", "started_at", "completed_at" },
            database.Query("SELECT name FROM pragma_table_info('download_history')").ToHashSet());
        Assert.Equal(["wal"], database.Query("PRAGMA journal_mode"));
    }

    [Theory]
    [InlineData("pending_downloads", "status")]
    [InlineData("pending_downloads", "created_at")]
    [InlineData("pending_downloads", "movie_title")]
    [InlineData("download_history", "status")]
    [InlineData("download_history", "started_at")]
    [InlineData("download_history", "movie_title")]
    public async Task The_contracts_columns_have_an_index(string table, string column)
    {
        await using var database = await TestDatabase.CreateAsync();

        Assert.Contains($"IX_{table}_{column}", database.Query($"SELECT name FROM pragma_index_list('{table}')"));
    }

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart()
    {
        var first = await TestDatabase.CreateAsync();
        await first.Notebook.WriteAsync("a", "1", Token);
        await first.CloseAsync();

        await using var second = await TestDatabase.OpenAsync(first.Folder);

        Assert.Equal("1", await second.Notebook.ReadAsync("a", Token));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_in_one_sentence()
    {
        var database = await TestDatabase.CreateAsync();
        await database.CloseAsync();
        Execute(database.File, "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0')");

        var fault = await Assert.ThrowsAsync<StartupFault>(() => TestDatabase.OpenAsync(database.Folder));

        Assert.Contains("newer FelScanner", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_refused_and_names_the_remedy()
    {
        var folder = TestDatabase.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "felscanner.db"), new string('x', 8192), Token);

        var fault = await Assert.ThrowsAsync<StartupFault>(() => TestDatabase.OpenAsync(folder));

        Assert.Contains("restore", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damage_deep_inside_is_refused_too()
    {
        var database = await TestDatabase.CreateAsync();
        await database.CloseAsync();
        Execute(database.File, StorageHealthTests.TwoTablesOnOnePage);

        var fault = await Assert.ThrowsAsync<StartupFault>(() => TestDatabase.OpenAsync(database.Folder));

        Assert.Contains("is damaged", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_never_share_a_folder()
    {
        await using var first = await TestDatabase.CreateAsync();

        var fault = await Assert.ThrowsAsync<StartupFault>(() => TestDatabase.OpenAsync(first.Folder));

        Assert.Contains("Another FelScanner", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(TestDatabase.NewFolder(), "a-file");
        await File.WriteAllTextAsync(file, "", Token);

        var fault = await Assert.ThrowsAsync<StartupFault>(() => TestDatabase.OpenAsync(Path.Combine(file, "data")));

        Assert.Contains("cannot be written", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_died_in_its_first_migration_is_brought_up_and_kept_aside()
    {
        var folder = TestDatabase.NewFolder();
        Execute(Path.Combine(folder, "felscanner.db"), """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-31');
            """);

        await using var database = await TestDatabase.OpenAsync(folder);

        Assert.Empty(await database.Library.AllAsync(Token));
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "backups"), "before-*.db"));
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
