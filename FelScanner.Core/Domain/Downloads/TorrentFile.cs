using System.Security.Cryptography;

namespace FelScanner.Core.Domain.Downloads;

/// <summary>One file that a torrent brings. <paramref name="Path"/> uses slashes and leaves out the torrent's own folder.</summary>
public sealed record TorrentEntry(string Path, long Bytes);

/// <summary>What a .torrent says (BEP 3, and BEP 52 for version 2). Reading it proves nothing about its names: see <see cref="TorrentCheck"/>.</summary>
public sealed record TorrentFile
{
    /// <summary>The name of the file, or of the folder that holds the files.</summary>
    public required string Name { get; init; }

    /// <summary>What clients know the torrent by: the version 1 hash, else the first 20 bytes of the version 2 hash. Lower-case hexadecimal.</summary>
    public required string InfoHash { get; init; }

    public string? InfoHashV1 { get; init; }

    public string? InfoHashV2 { get; init; }

    public IReadOnlyList<TorrentEntry> Files { get; init; } = [];

    /// <summary>True when the files stand in a folder of the torrent's own.</summary>
    public bool HasFolder { get; init; }

    public bool IsPrivate { get; init; }

    /// <summary>Bytes; padding not counted.</summary>
    public long TotalBytes => Files.Sum(f => f.Bytes);

    /// <summary>Reads a .torrent; null when the bytes are none.</summary>
    public static TorrentFile? Read(ReadOnlyMemory<byte> file)
    {
        if (Bencode.Read(file) is not Bencode.Dictionary root || root.Find<Bencode.Dictionary>("info") is not { } info)
            return null;
        if ((info.Find<Bencode.Text>("name.utf-8") ?? info.Find<Bencode.Text>("name")) is not { } name)
            return null;
        var isV2 = info.Find<Bencode.Number>("meta version") is { Value: 2 } && info.Find<Bencode.Dictionary>("file tree") is not null;
        var isV1 = info.Find<Bencode.Text>("pieces") is not null;
        if ((!isV1 && !isV2) || TorrentFiles.Of(info, name.ToString(), isV1) is not { } files)
            return null;

        var raw = file.Span[info.Start..info.End];
        var v1 = isV1 ? Sha1(raw) : null;
        var v2 = isV2 ? Convert.ToHexStringLower(SHA256.HashData(raw)) : null;
        return new TorrentFile
        {
            Name = name.ToString(),
            InfoHash = v1 ?? v2![..40],
            InfoHashV1 = v1,
            InfoHashV2 = v2,
            Files = files,
            HasFolder = !(files.Count == 1 && files[0].Path == name.ToString()),
            IsPrivate = info.Find<Bencode.Number>("private") is { Value: 1 },
        };
    }

#pragma warning disable CA5350 // BitTorrent names its torrents by SHA-1; nothing is secured by it here.
    private static string Sha1(ReadOnlySpan<byte> raw) => Convert.ToHexStringLower(SHA1.HashData(raw));
#pragma warning restore CA5350
}

/// <summary>The files that an info dictionary lists, in either version's way.</summary>
internal static class TorrentFiles
{
    /// <summary>Null when the list makes no sense.</summary>
    public static IReadOnlyList<TorrentEntry>? Of(Bencode.Dictionary info, string name, bool isV1)
    {
        List<TorrentEntry> files = [];
        if (!isV1)
            return FromTree(info.Find<Bencode.Dictionary>("file tree")!, [], files) ? files : null;
        if (info.Find<Bencode.Number>("length") is { Value: >= 0 } length)
            return [new TorrentEntry(name, length.Value)];
        if (info.Find<Bencode.List>("files") is not { } list)
            return null;
        foreach (var item in list.Items)
        {
            if (item is not Bencode.Dictionary file || file.Find<Bencode.Number>("length") is not { Value: >= 0 } bytes
                || (file.Find<Bencode.List>("path.utf-8") ?? file.Find<Bencode.List>("path")) is not { Items.Count: > 0 } path
                || !path.Items.All(part => part is Bencode.Text))
                return null;
            if (!IsPadding(file))
                files.Add(new TorrentEntry(string.Join('/', path.Items), bytes.Value));
        }

        return Sane(files) ? files : null;
    }

    private static bool FromTree(Bencode.Dictionary tree, string[] path, List<TorrentEntry> files)
    {
        foreach (var (key, value) in tree.Items)
        {
            if (value is not Bencode.Dictionary node)
                return false;
            if (key.Length > 0)
            {
                var name = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(key));
                if (!FromTree(node, [.. path, name], files))
                    return false;
            }
            else if (path.Length == 0 || node.Find<Bencode.Number>("length") is not { Value: >= 0 } length)
            {
                return false;
            }
            else if (!IsPadding(node))
            {
                files.Add(new TorrentEntry(string.Join('/', path), length.Value));
            }
        }

        return path.Length > 0 || Sane(files);
    }

    private static bool IsPadding(Bencode.Dictionary file) => file.Find<Bencode.Text>("attr")?.ToString().Contains('p', StringComparison.Ordinal) == true;

    // Sizes whose sum overflows are no sizes.
    private static bool Sane(List<TorrentEntry> files)
    {
        var sum = 0L;
        foreach (var file in files)
        {
            if (file.Bytes > long.MaxValue - sum)
                return false;
            sum += file.Bytes;
        }

        return true;
    }
}
