using System.IO.Compression;
using FelScanner.Tests.Support;
using FelScanner.Web.Cli;

namespace FelScanner.Tests.Core.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly BackupBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_backup_comes_back_in_an_empty_folder()
    {
        await _bench.WriteAsync();

        var (code, _) = await _bench.RestoreAsync("new");

        Assert.Equal(0, code);
        await using var restored = await TestDatabase.OpenAsync(Path.Combine(_bench.Folder, "new"));
        Assert.Equal("before", await restored.Notebook.ReadAsync("when", Token));
        Assert.Equal(A.Request().TorrentUrl, (await restored.Requests.FindAsync("r1", Token))!.TorrentUrl);
    }

    [Fact]
    public async Task A_backup_replaces_what_is_in_an_existing_folder()
    {
        var source = await _bench.WriteAsync();
        var later = await TestDatabase.OpenAsync(source);
        await later.Notebook.WriteAsync("when", "after", Token);
        await later.CloseAsync();
        await File.WriteAllTextAsync(Path.Combine(source, "felscanner.db-wal"), "stale", Token);

        var (code, _) = await _bench.RestoreAsync(source);

        Assert.Equal(0, code);
        await using var restored = await TestDatabase.OpenAsync(source);
        Assert.Equal("before", await restored.Notebook.ReadAsync("when", Token));
        Assert.Empty(Directory.GetDirectories(source, "restore*"));
    }

    [Fact]
    public async Task A_backup_is_for_its_owner_alone_and_holds_no_secret_in_clear()
    {
        await _bench.WriteAsync();

        using var archive = await ZipFile.OpenReadAsync(_bench.BackupFile, Token);
        var content = string.Concat(archive.Entries.Select(entry => new StreamReader(entry.Open(), System.Text.Encoding.Latin1).ReadToEnd()));
        Assert.DoesNotContain("typed-in-clear", content, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecretpass", content, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(_bench.BackupFile).UnixFileMode);
    }

    [Fact]
    public async Task A_backup_of_a_running_database_is_whole()
    {
        await using var database = await TestDatabase.CreateAsync();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < 50; n++)
                await database.Notebook.WriteAsync($"n{n}", "x", Token);
        }, Token);

        await database.Backup.WriteAsync(_bench.BackupFile, Token);
        await writing;

        Assert.Equal(0, (await _bench.RestoreAsync("new")).Code);
    }

    [Fact]
    public async Task Scheduled_backups_keep_the_newest()
    {
        var clock = new StillClock(A.Noon);
        await using var database = await TestDatabase.CreateAsync(clock);
        for (var n = 0; n < 4; n++)
        {
            clock.Now = A.Noon.AddHours(n);
            await database.Backup.WriteScheduledAsync(2, Token);
        }

        Assert.Equal(["felscanner-20260131-150000-000.zip", "felscanner-20260131-140000-000.zip"], database.Backup.List().Select(backup => Path.GetFileName(backup.File)));
    }

    [Fact]
    public async Task A_folder_without_a_database_cannot_be_backed_up()
    {
        var error = new StringWriter();

        var code = await BackupVerb.RunAsync(Path.Combine(_bench.Folder, "nothing"), _bench.BackupFile, TextWriter.Null, error, Token);

        Assert.Equal(1, code);
        Assert.Contains("no database", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_bench.BackupFile));
    }
}
