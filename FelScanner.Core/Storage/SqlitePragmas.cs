using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FelScanner.Core.Storage;

/// <summary>
/// Sets every connection up: what is committed is on disk, readers never wait for the writer, and keys hold. A commit brings the log into the
/// database only at 16,000 pages (some 60 MiB), should <see cref="WalCheckpoint"/> ever fall behind.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=16000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
