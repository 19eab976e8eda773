using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FelScanner.Core.Storage.Backups;

/// <summary>Consistent copies of a database that may be in use.</summary>
internal static class DatabaseCopy
{
    /// <summary>Writes one compact file of mode 0600 (without a log beside it); it must not exist yet.</summary>
    public static void Write(string database, string file)
    {
        // SQLite fills an existing empty file: so nobody else can read it from its first byte on.
        PrivateFile.Create(file).Dispose();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 30, Mode = SqliteOpenMode.ReadWrite }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        command.ExecuteNonQuery();
    }

    /// <summary>The copy that is kept in case a migration goes wrong; returns its file.</summary>
    public static string BeforeMigration(DataFolder folder, string migration, DateTimeOffset now)
    {
        PrivateFile.CreateFolder(folder.Backups);
        var file = Path.Combine(folder.Backups, $"before-{migration}-{now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}.db");
        Write(folder.Database, file);
        return file;
    }
}
