using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.LocalDisk;

/// <summary>The disks as this program sees them.</summary>
internal sealed class LocalDisk : ILocalDisk
{
    public long? FreeBytes(string path)
    {
        var folder = NearestExisting(path);
        // The root is there on every machine and says nothing about the disk that was meant.
        if (folder is null || Path.GetPathRoot(folder) == folder)
            return null;
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    public IReadOnlyList<string> Names(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry))] : [];
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    public (long Bytes, DateTimeOffset ChangedAt)? Look(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists ? (file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    // Reading is synchronous and may wait for a disk to spin up: it gets a thread of its own.
    public Task<ProbeResult> ProbeAsync(string path, long? readableHead, CancellationToken cancellationToken) =>
        Task.Run(() => Probe(path, readableHead, cancellationToken), cancellationToken);

    private static ProbeResult Probe(string path, long? readableHead, CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(path))
                return MediaProbe.NotAFile();
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return MediaProbe.Probe(file, path, readableHead is { } head ? ProbeScope.Head(head) : ProbeScope.WholeFile, cancellationToken);
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return MediaProbe.NotOpened(unseen);
        }
    }

    private static string? NearestExisting(string path)
    {
        if (!Path.IsPathFullyQualified(path))
            return null;
        for (var folder = Path.GetFullPath(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder))
                return folder;
        }

        return null;
    }
}
