using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Storage;

/// <summary>Opens the data folder for one process and brings the database to this program's schema. Run once, before anything else reads.</summary>
internal sealed partial class StorageSetup(DataFolder folder, IDbContextFactory<FelDbContext> contexts, TimeProvider clock, ILogger<StorageSetup> logger) : IDisposable
{
    private FileStream? _lock;

    /// <summary>Throws a <see cref="StartupFault"/> when the folder cannot be written, is in use, or holds a newer or damaged database.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _lock ??= FolderLock.Take(folder);
        StagedRestore.Finish(folder);
        try
        {
            await OpenAsync(cancellationToken);
        }
        catch (SqliteException damage) when (damage.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw Damaged(damage);
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR)
        {
            throw new StartupFault($"The database {folder.Database} cannot be opened for writing ({refused.Message}): give this program's user the right to write there, or free some space.", refused);
        }
    }

    /// <summary>Closes the pooled connections, so that the log is merged into the database, and gives the folder back.</summary>
    public void Dispose()
    {
        using (var pool = new SqliteConnection(StorageServices.ConnectionString(folder.Database)))
            SqliteConnection.ClearPool(pool);
        _lock?.Dispose();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        var isNew = !File.Exists(folder.Database);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!isNew)
            await RefuseAsync(context, cancellationToken);

        List<string> pending = [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
        if (pending.Count == 0)
            return;
        if (!isNew)
            Keep(pending[^1]);
        await ForgetBrokenLockAsync(context, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        LogMigrated(logger, pending[^1]);
    }

    private void Keep(string migration)
    {
        var file = DatabaseCopy.BeforeMigration(folder, migration, clock.GetUtcNow());
        LogBackedUp(logger, migration, file);
    }

    private async Task RefuseAsync(FelDbContext context, CancellationToken cancellationToken)
    {
        var verdict = await context.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync(cancellationToken);
        if (verdict is not ["ok"])
            throw Damaged(null);

        var known = context.Database.GetMigrations().ToHashSet();
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
            throw new StartupFault($"The database {folder.Database} was written by a newer FelScanner (schema {newer}): start that version again, or restore a backup made by this one.");
    }

    /// <summary>A process that died in mid-migration leaves EF's lock row behind, for which the next one would wait for ever; the folder's own lock says that nobody else migrates.</summary>
    private static async Task ForgetBrokenLockAsync(FelDbContext context, CancellationToken cancellationToken) =>
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);

    private StartupFault Damaged(Exception? inner) => new(
        $"The database {folder.Database} is damaged: restore a backup (felscanner restore FILE --data {folder.Path}); scheduled ones lie in {folder.Backups}.", inner);

    [LoggerMessage(Level = LogLevel.Information, Message = "Before the step to schema {Migration} the database was copied to {File}.")]
    private static partial void LogBackedUp(ILogger logger, string migration, string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database has schema {Migration} now.")]
    private static partial void LogMigrated(ILogger logger, string migration);
}
