using System.IO.Compression;
using System.Text.Json;
using System.Xml;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Storage.Backups;

/// <summary>Validates a backup as a whole, then puts it in the place of what is there.</summary>
internal sealed class RestoreStore(DataFolder folder) : IRestore
{
    public Task RestoreAsync(string file, CancellationToken cancellationToken) => Task.Run(() => Restore(Path.GetFullPath(file)), cancellationToken);

    private void Restore(string file)
    {
        var existed = Directory.Exists(folder.Path);
        try
        {
            using var archive = Open(file);
            BackupEntries.Check(archive);
            using var taken = FolderLock.Take(folder, leaveNoTrace: true);
            Stage(archive);
        }
        catch (Exception spoilt) when (spoilt is InvalidDataException or JsonException or XmlException)
        {
            throw new StartupFault($"{file} is no backup of FelScanner, or a damaged one: choose another file.", spoilt);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"{file} cannot be restored into {folder.Path} ({unusable.Message}): check that both may be read and written and that there is room.", unusable);
        }
        finally
        {
            if (!existed)
                RemoveTrace();
        }
    }

    private void Stage(ZipArchive archive)
    {
        var staging = folder.In($"restore-{Guid.NewGuid():N}.tmp");
        try
        {
            PrivateFile.CreateFolder(staging);
            new BackupUnpacking(archive, staging).Unpack();
            StagedRestore.Commit(folder, staging);
        }
        finally
        {
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>A refused restore into a folder that was not there leaves none behind.</summary>
    private void RemoveTrace()
    {
        if (Directory.Exists(folder.Path) && !File.Exists(folder.Database))
            Directory.Delete(folder.Path, recursive: true);
    }

    private static ZipArchive Open(string file)
    {
        if (Directory.Exists(file) || !File.Exists(file))
            throw new StartupFault($"There is no backup file {file}: name a file that FelScanner wrote.");
        return ZipFile.OpenRead(file);
    }
}
