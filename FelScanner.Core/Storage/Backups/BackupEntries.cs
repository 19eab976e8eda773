using System.IO.Compression;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Storage.Backups;

/// <summary>Which entries a backup may have: these names and no others, so that none can climb out of the folder.</summary>
internal static class BackupEntries
{
    private const int MostEntries = 1000;
    private const int FileTypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    public static bool IsKey(string name) =>
        name == IncomingSecret.FileName
        || (name.EndsWith(".xml", StringComparison.Ordinal) && !name.StartsWith('.') && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.'));

    /// <summary>Throws a <see cref="StartupFault"/> that names the first entry that does not belong there.</summary>
    public static void Check(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
            throw new StartupFault($"The backup has {archive.Entries.Count} entries, more than any of ours: choose a file that FelScanner wrote.");
        foreach (var entry in archive.Entries)
            Check(entry);
        if (archive.Entries.GroupBy(entry => entry.FullName).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new StartupFault($"The backup holds \"{twice.Key}\" twice: choose a file that FelScanner wrote.");
        foreach (var needed in new[] { BackupManifest.Name, BackupManifest.Database })
            if (archive.GetEntry(needed) is null)
                throw new StartupFault($"The backup holds no {needed}: choose a file that FelScanner wrote.");
    }

    private static void Check(ZipArchiveEntry entry)
    {
        if (!IsKnown(entry.FullName))
            throw new StartupFault($"The backup holds an unknown entry \"{Printable(entry.FullName)}\": choose a file that FelScanner wrote.");
        var type = (entry.ExternalAttributes >> 16) & FileTypeMask;
        if (type is not 0 and not RegularFile)
            throw new StartupFault($"The entry \"{entry.FullName}\" of the backup is no plain file: choose a file that FelScanner wrote.");
    }

    private static bool IsKnown(string name) =>
        name is BackupManifest.Name or BackupManifest.Database or BackupManifest.Settings
        || (name.StartsWith(BackupManifest.Keys, StringComparison.Ordinal) && IsKey(name[BackupManifest.Keys.Length..]));

    private static string Printable(string name) => new([.. name.Where(sign => !char.IsControl(sign)).Take(100)]);
}
