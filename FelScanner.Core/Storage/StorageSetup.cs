using System.Reflection;
using FelScanner.Core.Ports;
using FelScanner.Core.Storage.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Storage;

/// <summary>Opens the data folder for one process and brings the database to this program's schema. Run once, before anything else reads.</summary>
internal sealed partial class StorageSetup(DataFolder folder, IDbContextFactory<FelDbContext> contexts, TimeProvider clock, ILogger<StorageSetup> logger) : IDisposable
{
    private FileStream? _lock;
    private Task _checked = Task.CompletedTask;
    private Task _model = Task.CompletedTask;

    /// <summary>Throws a <see cref="StartupFault"/> when the folder cannot be written, is in use, or holds a newer or damaged database.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        await CheckedAsync();
    }

    /// <summary>
    /// The folder is taken and the schema is this program's. Looking through a large database takes a moment: unless a migration needs its result,
    /// that look goes on beside the rest of the start, and <see cref="CheckedAsync"/> waits for it.
    /// </summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _lock ??= FolderLock.Take(folder);
        StagedRestore.Finish(folder);
        await GuardAsync(() => BringUpAsync(cancellationToken));
    }

    /// <summary>Throws a <see cref="StartupFault"/> when the database turns out to be damaged. Nothing may work with it before.</summary>
    public Task CheckedAsync() => GuardAsync(() => Task.WhenAll(_checked, _model));

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
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

    private async Task BringUpAsync(CancellationToken cancellationToken)
    {
        // Asked without the model, which takes longer to build than all of this: it is built meanwhile, beside the rest of the start.
        _model = Task.Run(BuildModelAsync, cancellationToken);
        var isNew = !File.Exists(folder.Database);
        if (!isNew)
            _checked = Task.Run(() => LookThroughAsync(cancellationToken), cancellationToken);
        var applied = isNew ? [] : await AppliedAsync(cancellationToken);
        RefuseNewer(applied);
        List<string> pending = [.. Known().Except(applied)];
        if (pending.Count == 0)
            return;
        await _checked;
        if (!isNew)
            Keep(pending[^1]);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await ForgetBrokenLockAsync(context, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        LogMigrated(logger, pending[^1]);
    }

    private void Keep(string migration)
    {
        var file = DatabaseCopy.BeforeMigration(folder, migration, clock.GetUtcNow());
        LogBackedUp(logger, migration, file);
    }

    private async Task LookThroughAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(StorageServices.ConnectionString(folder.Database));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (await command.ExecuteScalarAsync(cancellationToken) is not "ok")
            throw Damaged(null);
    }

    private async Task BuildModelAsync()
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        _ = context.Model;
    }

    /// <summary>This program's schemas, oldest first.</summary>
    private static IEnumerable<string> Known() =>
        typeof(FelDbContext).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal);

    /// <summary>The schemas that the database went through; none when its first migration never came to its end.</summary>
    private async Task<IReadOnlyList<string>> AppliedAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(StorageServices.ConnectionString(folder.Database));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";
        if (await command.ExecuteScalarAsync(cancellationToken) is not 1L)
            return [];
        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<string> applied = [];
        while (await rows.ReadAsync(cancellationToken))
            applied.Add(rows.GetString(0));
        return applied;
    }

    private void RefuseNewer(IReadOnlyList<string> applied)
    {
        if (applied.Except(Known()).FirstOrDefault() is { } newer)
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
