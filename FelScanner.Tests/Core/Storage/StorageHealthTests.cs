using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Storage;

public sealed class StorageHealthTests
{
    /// <summary>Through SQLite itself, so that connections that are open notice.</summary>
    internal const string TwoTablesOnOnePage = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'pending_downloads') WHERE name = 'download_history';
        PRAGMA schema_version = 4711;
        """;

    [Fact]
    public async Task A_sound_database_has_no_damage()
    {
        await using var database = await TestDatabase.CreateAsync();

        var damage = await database.Get<IStorageHealth>().DamageAsync(TestContext.Current.CancellationToken);

        Assert.Null(damage);
    }

    [Fact]
    public async Task What_is_damaged_while_it_runs_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        TestDatabase.Query(database.File, TwoTablesOnOnePage);

        var damage = await database.Get<IStorageHealth>().DamageAsync(TestContext.Current.CancellationToken);

        Assert.Contains("page", damage, StringComparison.OrdinalIgnoreCase);
    }
}
