using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FelScanner.Tests.Support;

/// <summary>A real SQLite in a folder of its own, migrated and with every port over it; gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Name = "felscanner.db";

    /// <summary>A migrated database that is copied for each test, because a hundred migrations take their time.</summary>
    private static readonly Lazy<Task<string>> Template = new(MigrateAsync);

    private readonly ServiceProvider _services;

    private TestDatabase(string folder, ServiceProvider services)
    {
        Folder = folder;
        _services = services;
    }

    public string Folder { get; }

    public string File => Path.Combine(Folder, Name);

    public IRequests Requests => Get<IRequests>();
    public IOutbox Outbox => Get<IOutbox>();
    public IActivity Activity => Get<IActivity>();
    public IReleases Releases => Get<IReleases>();
    public ILibrary Library => Get<ILibrary>();
    public INotebook Notebook => Get<INotebook>();
    public IAccounts Accounts => Get<IAccounts>();
    public IBackup Backup => Get<IBackup>();

    public static string NewFolder() => Directory.CreateTempSubdirectory("felscanner-test-").FullName;

    /// <summary>Opens an existing folder, or a new one.</summary>
    public static async Task<TestDatabase> CreateAsync(TimeProvider? clock = null, string? folder = null)
    {
        folder ??= NewFolder();
        if (!System.IO.File.Exists(Path.Combine(folder, Name)))
            System.IO.File.Copy(await Template.Value, Path.Combine(folder, Name));
        return await OpenAsync(folder, clock);
    }

    /// <summary>Opens a folder as a server's start does; an empty one gets its database by migration.</summary>
    public static async Task<TestDatabase> OpenAsync(string folder, TimeProvider? clock = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(clock ?? TimeProvider.System);
        var provider = services.AddFelKeyRing(folder).AddFelStorage(folder).BuildServiceProvider();
        await provider.GetRequiredService<StorageSetup>().RunAsync(TestContext.Current.CancellationToken);
        return new TestDatabase(folder, provider);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The first column of a query on a connection of its own.</summary>
    public IReadOnlyList<string> Query(string sql) => Query(File, sql);

    public static IReadOnlyList<string> Query(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
        return rows;
    }

    /// <summary>Closes the database as a server's end does and leaves the folder.</summary>
    public async Task CloseAsync() => await _services.DisposeAsync();

    private static async Task<string> MigrateAsync()
    {
        var migrated = await OpenAsync(NewFolder());
        await migrated.CloseAsync();
        return migrated.File;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
