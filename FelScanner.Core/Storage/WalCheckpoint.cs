using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Storage;

/// <summary>
/// Brings what the write-ahead log holds into the database beside the writers. Left to itself, SQLite does it inside the commit that fills the
/// log's thousandth page, and whoever made that commit waits. Source: https://www.sqlite.org/wal.html, "Checkpointing".
/// </summary>
internal sealed partial class WalCheckpoint(DataFolder folder, TimeProvider time, ILogger<WalCheckpoint> logger) : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private readonly Lock _turn = new();
    private Task _running = Task.CompletedTask;
    private long? _begunAt;
    private bool _ended;

    /// <summary>Something was committed: a checkpoint begins if the last one began a while ago. Nobody waits for it.</summary>
    public void Written()
    {
        lock (_turn)
        {
            if (_ended || !_running.IsCompleted || (_begunAt is { } at && time.GetElapsedTime(at) < Every))
                return;
            _begunAt = time.GetTimestamp();
            _running = Task.Run(Run);
        }
    }

    /// <summary>Waits for the one that runs; none begins afterwards.</summary>
    public void Dispose()
    {
        Task last;
        lock (_turn)
            (last, _ended) = (_running, true);
        last.Wait();
    }

    private void Run()
    {
        try
        {
            using var connection = new SqliteConnection(StorageServices.ConnectionString(folder.Database));
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException fault)
        {
            // Nothing is lost: the log keeps it, and a disk in trouble is told by the next commit.
            LogLeft(fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The write-ahead log stays as it is for now: {Why}")]
    private partial void LogLeft(string why);
}
