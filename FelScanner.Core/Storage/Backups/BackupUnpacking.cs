using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Storage.Backups;

/// <summary>Unpacks a backup into a staging folder, checking every file against the manifest on the way.</summary>
internal sealed class BackupUnpacking(ZipArchive archive, string staging)
{
    private const int MostSmallBytes = 16 << 20;

    public void Unpack()
    {
        var manifest = Manifest();
        if (!manifest.Files.Select(file => file.Name).Append(BackupManifest.Name).ToHashSet().SetEquals(archive.Entries.Select(entry => entry.FullName)))
            throw Spoilt("its manifest names other files than it holds");
        PrivateFile.CreateFolder(Path.Combine(staging, "keys"));
        foreach (var file in manifest.Files)
            Unpack(file);
        Check(manifest);
    }

    private BackupManifest Manifest()
    {
        using var source = archive.GetEntry(BackupManifest.Name)!.Open();
        var buffer = new byte[MostSmallBytes];
        var length = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var manifest = JsonSerializer.Deserialize(buffer.AsSpan(0, length), BackupJson.Default.BackupManifest);
        if (manifest is not { Files: not null })
            throw Spoilt("its manifest cannot be read");
        return manifest.Format == BackupManifest.KnownFormat
            ? manifest
            : throw new StartupFault($"The backup has format {manifest.Format}, which this FelScanner does not know: restore it with the version that wrote it.");
    }

    private void Unpack(BackedUpFile file)
    {
        if (file.Bytes < 0 || (file.Name != BackupManifest.Database && file.Bytes > MostSmallBytes))
            throw Spoilt($"{file.Name} is too large");

        using var source = archive.GetEntry(file.Name)!.Open();
        using var target = PrivateFile.Create(Path.Combine(staging, file.Name));
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, left) = (new byte[81920], file.Bytes);
        for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            // A packed file that unfolds to more than it claims ends here and not when the disk is full.
            if ((left -= read) < 0)
                throw Spoilt($"{file.Name} is larger than it says");
            target.Write(buffer.AsSpan(0, read));
            digest.AppendData(buffer.AsSpan(0, read));
        }

        if (left != 0 || Convert.ToHexStringLower(digest.GetHashAndReset()) != file.Sha256)
            throw Spoilt($"{file.Name} is not what was backed up");
    }

    private void Check(BackupManifest manifest)
    {
        DatabaseCheck.Check(Path.Combine(staging, BackupManifest.Database));
        foreach (var file in manifest.Files.Where(file => file.Name.EndsWith(".xml", StringComparison.Ordinal)))
            CheckXml(Path.Combine(staging, file.Name));
        var settings = Path.Combine(staging, BackupManifest.Settings);
        if (File.Exists(settings) && SettingsDocument.Parse(File.ReadAllText(settings), out _) is null)
            throw Spoilt("its settings.json is no valid JSON");
    }

    private static void CheckXml(string file)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
        }
    }

    private static StartupFault Spoilt(string how) => new($"The backup is damaged ({how}): choose another backup.");
}
