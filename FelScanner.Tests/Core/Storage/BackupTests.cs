using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;
using FelScanner.Web.Cli;
using Microsoft.Data.Sqlite;

namespace FelScanner.Tests.Core.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly string _folder = TestDatabase.NewFolder();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string BackupFile => Path.Combine(_folder, "a.zip");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_comes_back_in_an_empty_folder()
    {
        await WriteAsync();

        var (code, _) = await RestoreAsync("new");

        Assert.Equal(0, code);
        await using var restored = await TestDatabase.OpenAsync(Path.Combine(_folder, "new"));
        Assert.Equal("before", await restored.Notebook.ReadAsync("when", Token));
        Assert.Equal(A.Request().TorrentUrl, (await restored.Requests.FindAsync("r1", Token))!.TorrentUrl);
    }

    [Fact]
    public async Task A_backup_replaces_what_is_in_an_existing_folder()
    {
        var source = await WriteAsync();
        var later = await TestDatabase.OpenAsync(source);
        await later.Notebook.WriteAsync("when", "after", Token);
        await later.CloseAsync();
        await File.WriteAllTextAsync(Path.Combine(source, "felscanner.db-wal"), "stale", Token);

        var (code, _) = await RestoreAsync(source);

        Assert.Equal(0, code);
        await using var restored = await TestDatabase.OpenAsync(source);
        Assert.Equal("before", await restored.Notebook.ReadAsync("when", Token));
        Assert.Empty(Directory.GetDirectories(source, "restore*"));
    }

    [Fact]
    public async Task A_backup_is_for_its_owner_alone_and_holds_no_secret_in_clear()
    {
        await WriteAsync();

        using var archive = await ZipFile.OpenReadAsync(BackupFile, Token);
        var content = string.Concat(archive.Entries.Select(entry => new StreamReader(entry.Open(), System.Text.Encoding.Latin1).ReadToEnd()));
        Assert.DoesNotContain("typed-in-clear", content, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecretpass", content, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(BackupFile).UnixFileMode);
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

        await database.Backup.WriteAsync(BackupFile, Token);
        await writing;

        Assert.Equal(0, (await RestoreAsync("new")).Code);
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

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/etc/evil")]
    [InlineData("keys/../../evil.xml")]
    [InlineData("keys/.evil.xml")]
    [InlineData("keys/")]
    [InlineData("jobs.db")]
    [InlineData("felscanner.db-wal")]
    [InlineData(@"..\evil.xml")]
    public async Task An_entry_that_does_not_belong_there_is_refused(string name)
    {
        await WriteAsync();
        Change(archive => archive.CreateEntry(name));

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_link_is_refused()
    {
        await WriteAsync();
        Change(archive => archive.GetEntry("settings.json")!.ExternalAttributes = unchecked((int)0xA1FF0000));

        await AssertRefusedAsync();
    }

    [Theory]
    [InlineData("felscanner.db")]
    [InlineData("manifest.json")]
    [InlineData("settings.json")]
    public async Task A_missing_entry_is_refused(string name)
    {
        await WriteAsync();
        Change(archive => archive.GetEntry(name)!.Delete());

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        await File.WriteAllTextAsync(BackupFile, "no zip", Token);

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_cut_off_backup_is_refused()
    {
        await WriteAsync();
        await File.WriteAllBytesAsync(BackupFile, (await File.ReadAllBytesAsync(BackupFile, Token))[..^200], Token);

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_changed_file_is_refused()
    {
        await WriteAsync();
        ReplaceFile("settings.json", "{}"u8.ToArray(), honest: false);

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        var source = await WriteAsync();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(source, "felscanner.db"), Token);
        bytes.AsSpan(4096, 8192).Fill(0xAB);
        ReplaceFile("felscanner.db", bytes, honest: true);

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        var source = await WriteAsync();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(source, "felscanner.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0')";
            command.ExecuteNonQuery();
        }

        await WriteAgainAsync(source);

        await AssertRefusedAsync("newer");
    }

    [Fact]
    public async Task A_folder_in_use_is_refused()
    {
        await WriteAsync();
        await using var running = await TestDatabase.CreateAsync();

        var (code, error) = await RestoreAsync(running.Folder);

        Assert.Equal(1, code);
        Assert.Contains("stop it first", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_database_cannot_be_backed_up()
    {
        var error = new StringWriter();

        var code = await BackupVerb.RunAsync(Path.Combine(_folder, "nothing"), BackupFile, TextWriter.Null, error, Token);

        Assert.Equal(1, code);
        Assert.Contains("no database", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(BackupFile));
    }

    /// <summary>A data folder with a request, a note and a secret that was just typed; returns the folder.</summary>
    private async Task<string> WriteAsync()
    {
        var database = await TestDatabase.CreateAsync(folder: Directory.CreateDirectory(Path.Combine(_folder, "source")).FullName);
        await database.Notebook.WriteAsync("when", "before", Token);
        await database.Requests.CreateAsync(A.Request(), [], A.Activity(), Token);
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "settings.json"), """{"plex_token":"typed-in-clear"}""", Token);
        await database.CloseAsync();
        await WriteAgainAsync(database.Folder);
        return database.Folder;
    }

    private async Task WriteAgainAsync(string folder) =>
        Assert.Equal(0, await BackupVerb.RunAsync(folder, BackupFile, TextWriter.Null, TextWriter.Null, Token));

    private async Task<(int Code, string Error)> RestoreAsync(string folder)
    {
        var error = new StringWriter();
        var code = await RestoreVerb.RunAsync(Path.Combine(_folder, folder), BackupFile, TextWriter.Null, error, Token);
        return (code, error.ToString());
    }

    private async Task AssertRefusedAsync(string word = "")
    {
        await using var existing = await TestDatabase.CreateAsync();
        await existing.Notebook.WriteAsync("mine", "untouched", Token);
        await existing.CloseAsync();
        var before = Snapshot(existing.Folder);

        var (code, error) = await RestoreAsync(existing.Folder);

        Assert.Equal(1, code);
        Assert.Contains(word, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal(before, Snapshot(existing.Folder));
    }

    private static List<string> Snapshot(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];

    private void Change(Action<ZipArchive> change)
    {
        using var archive = ZipFile.Open(BackupFile, ZipArchiveMode.Update);
        change(archive);
    }

    /// <summary>Replaces one file; an honest change is told in the manifest.</summary>
    private void ReplaceFile(string name, byte[] bytes, bool honest) => Change(archive =>
    {
        archive.GetEntry(name)!.Delete();
        using (var target = archive.CreateEntry(name).Open())
            target.Write(bytes);
        if (!honest)
            return;

        JsonNode manifest;
        using (var reader = archive.GetEntry("manifest.json")!.Open())
            manifest = JsonNode.Parse(reader)!;
        var file = manifest["files"]!.AsArray().Single(entry => (string)entry!["name"]! == name)!;
        file["bytes"] = bytes.Length;
        file["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        archive.GetEntry("manifest.json")!.Delete();
        using var written = new StreamWriter(archive.CreateEntry("manifest.json").Open());
        written.Write(manifest.ToJsonString());
    });
}
