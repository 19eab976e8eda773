using System.Globalization;
using System.Text;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FelScanner.Tests.Core.Storage;

/// <summary>A database of every released schema, as the text that makes it: readable, and the same on every machine.</summary>
internal static class Schemas
{
    public static string Folder { get; } = Path.Combine(Checkout.Root, "FelScanner.Tests", "Fixtures", "schemas");

    public static string FileOf(string migration) => Path.Combine(Folder, migration + ".sql");

    /// <summary>A data folder whose database has this schema and its rows.</summary>
    public static async Task<string> LayOutAsync(string migration)
    {
        var folder = TestDatabase.NewFolder();
        await using var connection = Open(Path.Combine(folder, "felscanner.db"));
        await using var command = connection.CreateCommand();
        command.CommandText = await File.ReadAllTextAsync(FileOf(migration), TestContext.Current.CancellationToken);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return folder;
    }

    /// <summary>Every row of every table, column by column, in a fixed order.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Rows(string database, IEnumerable<string>? tables = null)
    {
        using var connection = Open(database);
        return (tables ?? Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__EF%'"))
            .ToDictionary(table => table, IReadOnlyList<string> (table) => [.. Texts(connection, $"SELECT {Literals(connection, table)} FROM \"{table}\"").Order(StringComparer.Ordinal)]);
    }

    /// <summary>Writes a database as the text that makes it again.</summary>
    public static string Dump(string database)
    {
        using var connection = Open(database);
        var text = new StringBuilder();
        foreach (var sql in Texts(connection, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__EFMigrationsLock' ORDER BY rowid"))
            text.Append(sql).Append(";\n");
        foreach (var table in Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__EFMigrationsLock' ORDER BY rowid"))
        {
            foreach (var row in Texts(connection, $"SELECT {Literals(connection, table)} FROM \"{table}\""))
                text.Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table}\" VALUES ({row});\n");
        }

        foreach (var sql in Texts(connection, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'table' ORDER BY name"))
            text.Append(sql).Append(";\n");
        return text.ToString();
    }

    /// <summary>One of everything, through the ports.</summary>
    public static async Task FillAsync(TestDatabase database, CancellationToken token)
    {
        var film = Assert.Single(await database.Library.StoreAsync([A.PlexFilm()], token));
        var release = (await database.Releases.RememberAsync(A.Release(feedId: "77", hash: new string('a', 40)), false, token)).Release;
        await database.Releases.SaveAsync(A.Judged(release, filmId: film), token);
        await database.Requests.CreateAsync(A.Request("r1", releaseId: release.Id, filmId: film), [new OutboxItem(OutboxKind.Card, "r1")], A.Activity(filmId: film), token);
        await database.Requests.CreateAsync(A.Request("r2", title: "Heat"), [], A.Activity("offered", "r2"), token);
        await database.Requests.TryStepAsync(A.Approval("r2"), token);
        await database.Outbox.PutAsync([new OutboxItem(OutboxKind.Note, "n1", "a note")], token);
        await database.Library.AddScanAsync(new ScanRecord(A.Noon, A.Noon.AddMinutes(1), "ok", 1, 1, 1, 0, null), token);
        await database.Notebook.WriteAsync(Notes.ChatOffset, "42", token);
        await database.Accounts.CreateOwnerAsync("anna", "hash", token);
        await database.Accounts.AddSessionAsync(new SessionRow(new string('b', 64), A.Noon, A.Noon, "127.0.0.1", "a browser"), token);
        await database.Accounts.AddKeyAsync(new ApiKeyRow(0, "phone", new string('c', 64), ApiKeyScope.Read, A.Noon), token);
    }

    internal static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string Literals(SqliteConnection connection, string table) =>
        string.Join(" || ', ' || ", Texts(connection, $"SELECT name FROM pragma_table_info('{table}') ORDER BY cid").Select(column => $"quote(\"{column}\")"));

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
