using System.Security.Cryptography;
using System.Text;

namespace FelScanner.Tests.Support;

/// <summary>A real .torrent of a real small file: its pieces are the file's own.</summary>
public static class SmallTorrent
{
    private const int PieceLength = 256 * 1024;

    /// <summary>The bytes of a single-file .torrent; of a private one a client tells nobody who has only the magnet link what is in it.</summary>
    public static byte[] Of(string fileName, byte[] content, string announce, bool isPrivate = true)
    {
        using var torrent = new MemoryStream();
        void Write(string ascii) => torrent.Write(Encoding.ASCII.GetBytes(ascii));
        void WriteText(string text)
        {
            Write($"{Encoding.UTF8.GetByteCount(text)}:");
            torrent.Write(Encoding.UTF8.GetBytes(text));
        }

        Write("d8:announce");
        WriteText(announce);
        Write($"4:infod6:lengthi{content.Length}e4:name");
        WriteText(fileName);
        var pieces = content.Chunk(PieceLength).SelectMany(piece => Hash(piece)).ToArray();
        Write($"12:piece lengthi{PieceLength}e6:pieces{pieces.Length}:");
        torrent.Write(pieces);
        Write(isPrivate ? "7:privatei1eee" : "ee");
        return torrent.ToArray();
    }

    // BitTorrent v1 names its pieces by SHA-1.
#pragma warning disable CA5350
    private static byte[] Hash(byte[] piece) => SHA1.HashData(piece);
#pragma warning restore CA5350
}
