using System.Globalization;
using System.IO.Compression;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace FelScanner.Core.Storage.Backups;

/// <summary>Writes backups: a consistent copy of the database, the settings with every secret sealed, the key ring.</summary>
internal sealed class BackupStore(DataFolder folder, IDataProtectionProvider protection, TimeProvider clock) : IBackup
{
    public Task WriteAsync(string file, CancellationToken cancellationToken) => Task.Run(() => Write(Path.GetFullPath(file)), cancellationToken);

    public async Task<string> WriteScheduledAsync(int keep, CancellationToken cancellationToken)
    {
        PrivateFile.CreateFolder(folder.Backups);
        var file = Path.Combine(folder.Backups, $"felscanner-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}.zip");
        await WriteAsync(file, cancellationToken);
        foreach (var (old, _, _) in List().Skip(Math.Max(1, keep)))
            File.Delete(old);
        return file;
    }

    public IReadOnlyList<(string File, long Bytes, DateTimeOffset At)> List() => !Directory.Exists(folder.Backups)
        ? []
        : [.. new DirectoryInfo(folder.Backups).GetFiles("felscanner-*.zip").OrderByDescending(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero)))];

    private void Write(string file)
    {
        if (!File.Exists(folder.Database))
            throw new StartupFault($"There is no database in {folder.Path}: name the data folder with --data.");

        var (archive, database) = ($"{file}.{Guid.NewGuid():N}.tmp", $"{file}.{Guid.NewGuid():N}.db.tmp");
        try
        {
            DatabaseCopy.Write(folder.Database, database);
            Pack(archive, database);
            File.Move(archive, file, overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupFault($"The backup {file} cannot be written ({unwritable.Message}): choose a folder that exists, may be written and has room.", unwritable);
        }
        finally
        {
            Delete(archive);
            Delete(database);
        }
    }

    private void Pack(string file, string database)
    {
        using var stream = PrivateFile.Create(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var backup = new BackupArchive(zip);
            backup.Add(BackupManifest.Database, database);
            if (SealedSettings() is { } settings)
                backup.AddText(BackupManifest.Settings, settings);
            foreach (var key in KeyFiles())
                backup.Add(BackupManifest.Keys + Path.GetFileName(key), key);
            backup.Close(clock.GetUtcNow(), DatabaseCheck.Schema(database));
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>A secret that a person has just typed in clear is sealed in the copy; a text that is no JSON cannot be searched for secrets and is not copied.</summary>
    private string? SealedSettings()
    {
        if (!File.Exists(folder.Settings))
            return null;
        var document = SettingsDocument.Parse(File.ReadAllText(folder.Settings), out _)
            ?? throw new StartupFault($"{folder.Settings} is no valid JSON, so it could hold a secret in clear: correct it, then make the backup.");
        return SecretSealing.Seal(document, new SecretBox(protection, SettingsFile.Purpose)).Write();
    }

    private IEnumerable<string> KeyFiles() =>
        Directory.Exists(folder.Keys) ? Directory.EnumerateFiles(folder.Keys).Where(file => BackupEntries.IsKey(Path.GetFileName(file))).Order(StringComparer.Ordinal) : [];

    private static void Delete(string file)
    {
        if (File.Exists(file))
            File.Delete(file);
    }
}
