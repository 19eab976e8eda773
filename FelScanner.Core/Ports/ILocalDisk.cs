using FelScanner.Core.Domain.DolbyVision;

namespace FelScanner.Core.Ports;

/// <summary>What this program itself can see of the disks, through the "local" path mappings.</summary>
public interface ILocalDisk
{
    /// <summary>Free bytes at the path or its nearest existing parent; null when this program cannot see it (the root alone does not count).</summary>
    long? FreeBytes(string path);

    /// <summary>Names in the folder; empty when it is not there or not visible.</summary>
    IReadOnlyList<string> Names(string folder);

    /// <summary>Size and time of last change; null when the file is not there.</summary>
    (long Bytes, DateTimeOffset ChangedAt)? Look(string path);

    /// <summary>Reads the Dolby Vision metadata of a file. Never throws for a bad or missing file: the answer says why it is unknown.</summary>
    /// <param name="path">The file as this program sees it.</param>
    /// <param name="readableHead">For a file that still downloads: how many bytes at its head are really there; null for a complete file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<ProbeResult> ProbeAsync(string path, long? readableHead, CancellationToken cancellationToken);
}
