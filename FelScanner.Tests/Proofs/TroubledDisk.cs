using System.Data.Common;
using FelScanner.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Proofs;

/// <summary>What SQLite meets below: nothing wrong, a disk without a free page, or a file that may only be read. For every connection that is opened while it is so.</summary>
internal sealed class TroubledDisk : DbConnectionInterceptor
{
    public const string Full = "PRAGMA max_page_count=1";
    public const string ReadOnly = "PRAGMA query_only=ON";
    public const string Fine = "PRAGMA query_only=OFF; PRAGMA max_page_count=1073741823";
    private volatile string _state = Fine;

    public void Becomes(string state) => _state = state;

    public void Heals() => _state = Fine;

    /// <summary>Puts the trouble under the program's own database.</summary>
    public void Under(IServiceCollection services) => services.ConfigureDbContext<FelDbContext>(options => options.AddInterceptors(this));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _state;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _state;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
