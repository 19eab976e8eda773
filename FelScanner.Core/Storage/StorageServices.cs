using FelScanner.Core.Ports;
using FelScanner.Core.Storage;
using FelScanner.Core.Storage.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

// Where service collections are extended, so that the verbs need not know the storage's own namespace.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the database and its ports.</summary>
public static class StorageServices
{
    /// <summary>Everything that lies in felscanner.db. Needs data protection, logging and a <see cref="TimeProvider"/>; nothing is opened before <see cref="StorageSetup"/> runs.</summary>
    public static IServiceCollection AddFelStorage(this IServiceCollection services, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        var folder = new DataFolder(dataFolder);
        services.AddPooledDbContextFactory<FelDbContext>(options => Configure(options, folder.Database));
        services.AddSingleton(folder);
        services.AddSingleton<StorageWatch>();
        services.AddSingleton<WalCheckpoint>();
        services.AddSingleton<FelDatabase>();
        services.AddSingleton<SealedAddress>();
        services.AddSingleton<RequestText>();
        services.AddSingleton<ReleaseText>();
        services.AddSingleton<StorageSetup>();
        services.AddSingleton<IRequests, RequestStore>();
        services.AddSingleton<IOutbox, OutboxStore>();
        services.AddSingleton<IActivity, ActivityStore>();
        services.AddSingleton<IReleases, ReleaseStore>();
        services.AddSingleton<ILibrary, LibraryStore>();
        services.AddSingleton<INotebook, NotebookStore>();
        services.AddSingleton<IAccounts, AccountStore>();
        services.AddSingleton<IStorageHealth, StorageHealth>();
        services.AddSingleton<IBackup, BackupStore>();
        services.AddSingleton<IRestore, RestoreStore>();
        return services;
    }

    internal static void Configure(DbContextOptionsBuilder options, string file) =>
        options
            .UseSqlite(ConnectionString(file), sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas());

    /// <summary>The timeout is how long a foreign lock is waited for; this program's own writers queue before SQLite.</summary>
    internal static string ConnectionString(string file) => new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10 }.ToString();
}
