using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace FelScanner.Web.Demo.Torrents;

/// <summary>One file inside a torrent, its path with slashes.</summary>
public sealed record TorrentEntry(string Path, long Bytes);

/// <summary>What a .torrent says, as a client reads it: the hash is the SHA-1 of the raw info dictionary (BEP 3).</summary>
public sealed record TorrentFile(string Hash, string Name, IReadOnlyList<TorrentEntry> Files, int PieceLength, bool IsPrivate)
{
    public long Bytes => Files.Sum(f => f.Bytes);

    /// <summary>True: the files lie in a folder of the torrent's name.</summary>
    public bool HasFolder => Files.Count > 1 || Files[0].Path != Name;

    /// <summary>Null when it is no torrent.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "BitTorrent v1 names a torrent by the SHA-1 of its info dictionary.")]
    public static TorrentFile? Read(ReadOnlySpan<byte> bytes)
    {
        if (new BencodeReader(bytes).ReadWhole() is not Dictionary<string, object> torrent || BencodeReader.InfoOf(bytes) is not { Length: > 0 } raw)
            return null;
        if (torrent.GetValueOrDefault("info") is not Dictionary<string, object> info || Text(info.GetValueOrDefault("name")) is not { Length: > 0 } name)
            return null;
        if (info.GetValueOrDefault("piece length") is not long piece || info.GetValueOrDefault("pieces") is not byte[])
            return null;
        var files = FilesOf(info, name);
        return files.Count == 0 ? null : new TorrentFile(Convert.ToHexStringLower(SHA1.HashData(raw)), name, files, (int)piece, info.GetValueOrDefault("private") is 1L);
    }

    private static List<TorrentEntry> FilesOf(Dictionary<string, object> info, string name)
    {
        if (info.GetValueOrDefault("length") is long length)
            return [new TorrentEntry(name, length)];
        var files = new List<TorrentEntry>();
        foreach (var file in (info.GetValueOrDefault("files") as List<object> ?? []).OfType<Dictionary<string, object>>())
        {
            var path = (file.GetValueOrDefault("path") as List<object> ?? []).Select(Text);
            files.Add(new TorrentEntry($"{name}/{string.Join('/', path)}", file.GetValueOrDefault("length") as long? ?? 0));
        }
        return files;
    }

    private static string? Text(object? value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
}
