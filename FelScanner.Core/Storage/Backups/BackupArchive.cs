using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FelScanner.Core.Storage.Backups;

/// <summary>Writes the entries of one backup and closes with the manifest.</summary>
internal sealed class BackupArchive(ZipArchive archive)
{
    private readonly List<BackedUpFile> _files = [];

    public void Add(string name, string file)
    {
        using var source = File.OpenRead(file);
        Add(name, source);
    }

    public void AddText(string name, string text)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Add(name, source);
    }

    public void Close(DateTimeOffset now, string schema)
    {
        var manifest = new BackupManifest(BackupManifest.KnownFormat, UtcText.Write(now), schema, _files);
        using var target = archive.CreateEntry(BackupManifest.Name).Open();
        JsonSerializer.Serialize(target, manifest, BackupJson.Default.BackupManifest);
    }

    private void Add(string name, Stream source)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        using (var target = archive.CreateEntry(name, CompressionLevel.Fastest).Open())
        {
            var buffer = new byte[81920];
            for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
            {
                target.Write(buffer.AsSpan(0, read));
                digest.AppendData(buffer.AsSpan(0, read));
                bytes += read;
            }
        }

        _files.Add(new(name, bytes, Convert.ToHexStringLower(digest.GetHashAndReset())));
    }
}
