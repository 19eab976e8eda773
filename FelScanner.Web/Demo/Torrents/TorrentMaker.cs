using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FelScanner.Web.Demo.Torrents;

/// <summary>Writes a valid single-file .torrent (BEP 3, private as BEP 27 says); the piece hashes are made up, but always the same for the same seed.</summary>
public static class TorrentMaker
{
    private const int PieceLength = 16 * 1024 * 1024;

    public static byte[] Make(string fileName, long bytes, int seed, string announce = "http://127.0.0.1:9/announce")
    {
        using var torrent = new MemoryStream();
        Write(torrent, "d8:announce");
        WriteString(torrent, announce);
        Write(torrent, "10:created by10:felscanner4:infod6:lengthi");
        Write(torrent, bytes.ToString(CultureInfo.InvariantCulture));
        Write(torrent, "e4:name");
        WriteString(torrent, fileName);
        Write(torrent, $"12:piece lengthi{PieceLength.ToInvariant()}e6:pieces");
        var pieces = Pieces(Math.Max(1, (bytes + PieceLength - 1) / PieceLength), seed);
        Write(torrent, $"{pieces.Length.ToInvariant()}:");
        torrent.Write(pieces);
        Write(torrent, "7:privatei1e6:source10:IPTorrentsee");
        return torrent.ToArray();
    }

    private static byte[] Pieces(long count, int seed)
    {
        var pieces = new byte[count * SHA1.HashSizeInBytes];
        Span<byte> input = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(input, seed);
        for (var piece = 0L; piece < count; piece++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(input[4..], piece);
            SHA256.HashData(input).AsSpan(0, SHA1.HashSizeInBytes).CopyTo(pieces.AsSpan((int)piece * SHA1.HashSizeInBytes));
        }
        return pieces;
    }

    private static void WriteString(MemoryStream torrent, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(torrent, $"{bytes.Length.ToInvariant()}:");
        torrent.Write(bytes);
    }

    private static void Write(MemoryStream torrent, string ascii) => torrent.Write(Encoding.ASCII.GetBytes(ascii));
}
