using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Web.Cli;

namespace FelScanner.Tests.Core.Storage;

/// <summary>A folder with a backup to spoil, and a data folder that must not be touched by it.</summary>
internal sealed class BackupBench : IDisposable
{
    public string Folder { get; } = TestDatabase.NewFolder();

    public string BackupFile => Path.Combine(Folder, "a.zip");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A data folder with a request, a note and a secret that was just typed; returns the folder.</summary>
    public async Task<string> WriteAsync()
    {
        var database = await TestDatabase.CreateAsync(folder: Directory.CreateDirectory(Path.Combine(Folder, "source")).FullName);
        await database.Notebook.WriteAsync("when", "before", Token);
        await database.Requests.CreateAsync(A.Request(), [], A.Activity(), Token);
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "settings.json"), """{"plex_token":"typed-in-clear"}""", Token);
        await database.CloseAsync();
        await WriteAgainAsync(database.Folder);
        return database.Folder;
    }

    public async Task WriteAgainAsync(string folder) =>
        Assert.Equal(0, await BackupVerb.RunAsync(folder, BackupFile, TextWriter.Null, TextWriter.Null, Token));

    public async Task<(int Code, string Error)> RestoreAsync(string folder)
    {
        var error = new StringWriter();
        var code = await RestoreVerb.RunAsync(Path.Combine(Folder, folder), BackupFile, TextWriter.Null, error, Token);
        return (code, error.ToString());
    }

    public async Task AssertRefusedAsync(string word = "")
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

    public void Change(Action<ZipArchive> change)
    {
        using var archive = ZipFile.Open(BackupFile, ZipArchiveMode.Update);
        change(archive);
    }

    /// <summary>Replaces one file; an honest change is told in the manifest.</summary>
    public void ReplaceFile(string name, byte[] bytes, bool honest) => Change(archive =>
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
