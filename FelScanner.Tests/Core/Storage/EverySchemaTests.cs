using FelScanner.Core.Storage;
using FelScanner.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Tests.Core.Storage;

/// <summary>Every schema that was ever released opens with all its rows. UPDATE_SCHEMAS=1 writes the newest one down.</summary>
public sealed class EverySchemaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Released => [.. Directory.GetFiles(Schemas.Folder, "*.sql").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Fact]
    public async Task Every_migration_has_a_database_to_try_it_with()
    {
        using var context = new FelDbContext(new DbContextOptionsBuilder<FelDbContext>().UseSqlite("Data Source=:memory:").Options);
        var migrations = context.Database.GetMigrations().ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMAS") == "1")
            await WriteAsync(migrations[^1]);

        Assert.All(migrations, migration => Assert.True(File.Exists(Schemas.FileOf(migration)), $"Run this test with UPDATE_SCHEMAS=1 for {migration}."));
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task It_opens_with_every_row(string migration)
    {
        var folder = await Schemas.LayOutAsync(migration);
        var before = Schemas.Rows(Path.Combine(folder, "felscanner.db"));

        await using var database = await TestDatabase.OpenAsync(folder);

        AssertKept(before, Schemas.Rows(database.File));
        Assert.Equal("Dune", (await database.Requests.FindAsync("r1", Token))!.MovieTitle);
        Assert.NotEmpty(Assert.Single(await database.Library.AllAsync(Token)).Copies);
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task A_step_to_a_newer_schema_that_died_half_way_left_every_row(string migration)
    {
        var folder = await Schemas.LayOutAsync(migration);
        var before = Schemas.Rows(Path.Combine(folder, "felscanner.db"));
        var died = await DieHalfWayAsync(folder);

        await using var database = await TestDatabase.OpenAsync(died);

        AssertKept(before, Schemas.Rows(database.File));
        Assert.Equal(["ok"], database.Query("PRAGMA integrity_check"));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A table may gain columns and rows; what was in it stays.</summary>
    private static void AssertKept(IReadOnlyDictionary<string, IReadOnlyList<string>> before, IReadOnlyDictionary<string, IReadOnlyList<string>> after)
    {
        Assert.Contains(before, table => table.Value.Count > 0);
        Assert.All(before, table => Assert.All(table.Value, row => Assert.Contains(after[table.Key], kept => kept.StartsWith(row, StringComparison.Ordinal))));
    }

    /// <summary>What a power cut leaves: the files as they are on the disk while a migration's transaction is open and has been written out in part.</summary>
    private static async Task<string> DieHalfWayAsync(string folder)
    {
        var died = TestDatabase.NewFolder();
        await using var connection = Schemas.Open(Path.Combine(folder, "felscanner.db"));
        await using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-31');
            PRAGMA cache_size = 5;
            BEGIN IMMEDIATE;
            ALTER TABLE pending_downloads ADD COLUMN half TEXT;
            UPDATE pending_downloads SET half = hex(randomblob(40000)), movie_title = 'lost';
            DELETE FROM films;
            CREATE TABLE half_made AS SELECT hex(randomblob(40000)) AS x;
            """;
        await command.ExecuteNonQueryAsync(Token);
        foreach (var file in Directory.GetFiles(folder))
            File.Copy(file, Path.Combine(died, Path.GetFileName(file)));
        Assert.True(new FileInfo(Path.Combine(died, "felscanner.db-wal")).Length > 0);
        return died;
    }

    private static async Task WriteAsync(string migration)
    {
        await using var database = await TestDatabase.CreateAsync(new StillClock(A.Noon));
        await Schemas.FillAsync(database, Token);
        await File.WriteAllTextAsync(Schemas.FileOf(migration), Schemas.Dump(database.File), Token);
    }
}
