using FelScanner.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FelScanner.Tests.Core.Storage;

/// <summary>What is refused in one sentence, with nothing touched.</summary>
public sealed class RestoreRefusalTests : IDisposable
{
    private readonly BackupBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/etc/evil")]
    [InlineData("keys/../../evil.xml")]
    [InlineData("keys/.evil.xml")]
    [InlineData("keys/")]
    [InlineData("jobs.db")]
    [InlineData("felscanner.db-wal")]
    [InlineData(@"..\evil.xml")]
    [InlineData("../../evil")]
    [InlineData("../../../../../../tmp/evil")]
    [InlineData("./../evil")]
    [InlineData("keys/../settings.json")]
    [InlineData("keys/../../settings.json")]
    [InlineData("keys/sub/evil.xml")]
    [InlineData("keys/..")]
    [InlineData("keys/...")]
    [InlineData("..")]
    [InlineData("../")]
    [InlineData("/")]
    [InlineData("//evil")]
    [InlineData("/tmp/evil")]
    [InlineData("/config/evil")]
    [InlineData("C:/evil")]
    [InlineData("C:\\evil")]
    [InlineData("c:evil")]
    [InlineData("\\\\host\\share\\evil")]
    [InlineData("\\evil")]
    [InlineData("keys\\evil.xml")]
    [InlineData("keys/evil.xml\0.txt")]
    [InlineData("felscanner.db/../evil")]
    [InlineData("felscanner.db-shm")]
    [InlineData("felscanner.db-journal")]
    [InlineData("FELSCANNER.DB")]
    [InlineData("Settings.json")]
    [InlineData("settings.json.bak")]
    [InlineData("settings.json/")]
    [InlineData("logs/felscanner.log")]
    [InlineData("backups/a.zip")]
    [InlineData("posters/1")]
    [InlineData("felscanner.lock")]
    [InlineData("keys/key.txt")]
    [InlineData("keys/evil")]
    [InlineData("evil.xml")]
    [InlineData(".bashrc")]
    [InlineData("~/.ssh/authorized_keys")]
    [InlineData("%2e%2e/evil")]
    [InlineData("..%2fevil")]
    [InlineData("keys/%2e%2e/evil.xml")]
    [InlineData("manifest.json ")]
    [InlineData("\u202exml.evil/keys")]
    [InlineData("keys/\u0000evil.xml")]
    public async Task An_entry_that_does_not_belong_there_is_refused(string name)
    {
        await _bench.WriteAsync();
        _bench.Change(archive => archive.CreateEntry(name));

        await _bench.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_link_is_refused()
    {
        await _bench.WriteAsync();
        _bench.Change(archive => archive.GetEntry("settings.json")!.ExternalAttributes = unchecked((int)0xA1FF0000));

        await _bench.AssertRefusedAsync();
    }

    [Theory]
    [InlineData("felscanner.db")]
    [InlineData("manifest.json")]
    [InlineData("settings.json")]
    public async Task A_missing_entry_is_refused(string name)
    {
        await _bench.WriteAsync();
        _bench.Change(archive => archive.GetEntry(name)!.Delete());

        await _bench.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        await File.WriteAllTextAsync(_bench.BackupFile, "no zip", Token);

        await _bench.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_cut_off_backup_is_refused()
    {
        await _bench.WriteAsync();
        await File.WriteAllBytesAsync(_bench.BackupFile, (await File.ReadAllBytesAsync(_bench.BackupFile, Token))[..^200], Token);

        await _bench.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_changed_file_is_refused()
    {
        await _bench.WriteAsync();
        _bench.ReplaceFile("settings.json", "{}"u8.ToArray(), honest: false);

        await _bench.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        var source = await _bench.WriteAsync();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(source, "felscanner.db"), Token);
        bytes.AsSpan(4096, 8192).Fill(0xAB);
        _bench.ReplaceFile("felscanner.db", bytes, honest: true);

        await _bench.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        var source = await _bench.WriteAsync();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(source, "felscanner.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0')";
            command.ExecuteNonQuery();
        }

        await _bench.WriteAgainAsync(source);

        await _bench.AssertRefusedAsync("newer");
    }

    [Fact]
    public async Task A_folder_in_use_is_refused()
    {
        await _bench.WriteAsync();
        await using var running = await TestDatabase.CreateAsync();

        var (code, error) = await _bench.RestoreAsync(running.Folder);

        Assert.Equal(1, code);
        Assert.Contains("stop it first", error, StringComparison.Ordinal);
    }
}
