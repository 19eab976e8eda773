using FelScanner.Core.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FelScanner.Core.Storage;

/// <summary>
/// The one way to the database: any number of readers, one writer at a time. Writers queue here and not at SQLite's lock,
/// which would let them poll and starve; each writes in one BEGIN IMMEDIATE transaction. What SQLite cannot do rises as a <see cref="StorageFault"/>.
/// </summary>
internal sealed class FelDatabase(IDbContextFactory<FelDbContext> contexts, DataFolder folder, StorageWatch watch, WalCheckpoint checkpoint) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    public Task<T> ReadAsync<T>(Func<FelDbContext, Task<T>> read, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await read(context);
    });

    /// <summary>Several queries over one state of the database.</summary>
    public Task<T> SnapshotAsync<T>(Func<FelDbContext, Task<T>> read, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        return await read(context);
    });

    /// <summary>Saves what <paramref name="write"/> changed and commits, or leaves no trace.</summary>
    public async Task<T> WriteAsync<T>(Func<FelDbContext, Task<T>> write, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            var result = await GuardAsync(() => CommitAsync(write, cancellationToken));
            watch.Written();
            checkpoint.Written();
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();

    private async Task<T> CommitAsync<T>(Func<FelDbContext, Task<T>> write, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await write(context);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (StorageFaults.Of(failure, folder.Database) is { } fault)
        {
            watch.Failed(fault);
            throw fault;
        }
    }
}
