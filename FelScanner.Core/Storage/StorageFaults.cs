using FelScanner.Core.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FelScanner.Core.Storage;

/// <summary>The sentences for what SQLite cannot do. Source: sqlite.org/rescode.html.</summary>
internal static class StorageFaults
{
    /// <summary>Null for a fault that no person can mend: a bug.</summary>
    public static StorageFault? Of(Exception failure, string database) => Cause(failure)?.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => new("The disk is full: nothing can be stored.", $"Free some space where {database} lies; what waits goes on by itself.", failure),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => new(
            "The database cannot be written.", $"Give this program's user the right to write to {database} and its folder, and check that the disk is not mounted read-only.", failure),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(
            "Another program holds the database.", $"Close what has {database} open (a database browser, a backup of the file); what waits goes on by itself.", failure),
        raw.SQLITE_IOERR => new("The disk refuses to read or write the database.", $"Check the disk that {database} lies on and the space on it.", failure),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new("The database is damaged.", "Stop the program and restore a backup (felscanner restore FILE).", failure),
        _ => null,
    };

    private static SqliteException? Cause(Exception? failure)
    {
        while (failure is not null and not SqliteException)
            failure = failure.InnerException;
        return failure as SqliteException;
    }
}
