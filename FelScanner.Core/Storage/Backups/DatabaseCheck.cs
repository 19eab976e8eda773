using FelScanner.Core.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage.Backups;

/// <summary>Looks at a database file that nobody has open, without changing it.</summary>
internal static class DatabaseCheck
{
    /// <summary>The last migration applied to it.</summary>
    public static string Schema(string file) => Migrations(file) is [.., var last] ? last : "";

    /// <summary>Throws a <see cref="StartupFault"/> when it is damaged, is not ours, or has a newer schema.</summary>
    public static void Check(string file)
    {
        try
        {
            if (Read(file, "PRAGMA integrity_check(1)") is not ["ok"])
                throw new StartupFault("The database in the backup is damaged: choose another backup.");
            var known = Known();
            var applied = Migrations(file);
            if (applied.Count == 0)
                throw new StartupFault("The database in the backup is none of FelScanner's: choose a file that FelScanner wrote.");
            if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
                throw new StartupFault($"The backup was written by a newer FelScanner (schema {newer}): restore it with that version.");
        }
        catch (SqliteException damage)
        {
            throw new StartupFault("The database in the backup is damaged: choose another backup.", damage);
        }
    }

    private static List<string> Migrations(string file) =>
        Read(file, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0
            ? []
            : Read(file, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"");

    private static List<string> Read(string file, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static HashSet<string> Known()
    {
        using var context = new FelDbContext(new DbContextOptionsBuilder<FelDbContext>().UseSqlite("Data Source=:memory:").Options);
        return [.. context.Database.GetMigrations()];
    }
}
