using System.IO.Compression;
using System.Text;

namespace FelScanner.Web.Demo.Media;

internal enum Lacing
{
    None,
    Xiph,
    Fixed,
    Ebml,
}

/// <summary>Writes small Matroska files in all the ways that the probe has to read.</summary>
internal sealed record MatroskaWriter
{
    private const int HeadLength = 64;

    public string Codec { get; init; } = "V_MPEGH/ISO/HEVC";
    public int LengthSize { get; init; } = 4;
    public int PicturesACluster { get; init; } = 12;
    public bool BlockGroups { get; init; }
    public bool UnknownSizes { get; init; }
    public bool Cues { get; init; } = true;
    public bool Zlib { get; init; }

    /// <summary>Bytes that every frame begins with and that are not stored.</summary>
    public byte[] Stripped { get; init; } = [];
    public Lacing Lacing { get; init; }
    public byte[]? Record { get; init; }

    public byte[] Write(byte[][][] film)
    {
        byte[] tracks = Element(0x1654AE6B, Element(0xAE, Track()));
        var clusters = film.Chunk(PicturesACluster).Select(WriteCluster).ToList();
        var position = HeadLength + tracks.Length;
        List<byte[]> points = [];
        foreach (var cluster in clusters)
        {
            points.Add(Element(0xBB, [.. Element(0xB3, [0]), .. Element(0xB7, [.. Element(0xF7, [1]), .. Element(0xF1, Number(position))])]));
            position += cluster.Length;
        }
        byte[] cues = Cues ? Element(0x1C53BB6B, [.. points.SelectMany(point => point)]) : [];
        byte[] seek = Element(0x114D9B74, Element(0x4DBB, [.. Element(0x53AB, [0x1C, 0x53, 0xBB, 0x6B]), .. Element(0x53AC, Number(position))]));
        byte[] head = [.. seek, .. Element(0xEC, new byte[HeadLength - seek.Length - 9])];
        byte[] content = [.. head, .. tracks, .. clusters.SelectMany(cluster => cluster), .. cues];
        return [.. Element(0x1A45DFA3, Element(0x4282, "matroska"u8.ToArray())), .. UnknownSizes ? Unknown(0x18538067, content) : Element(0x18538067, content)];
    }

    public static byte[] Element(uint id, byte[] data) => [.. Id(id), .. Size(data.Length), .. data];

    private static byte[] Unknown(uint id, byte[] data) => [.. Id(id), 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. data];

    private static byte[] Id(uint id) => [.. Number(id).SkipWhile(part => part == 0)];

    private static byte[] Size(long size) => [0x01, .. Number(size)[1..]];

    private static byte[] Number(long value) => [.. Enumerable.Range(0, 8).Select(at => (byte)(value >> (56 - 8 * at)))];

    private byte[] Track() =>
    [
        .. Element(0xD7, [1]), .. Element(0x83, [1]), .. Element(0x86, Encoding.ASCII.GetBytes(Codec)),
        .. Element(0x63A2, Picture.HevcConfiguration(LengthSize)),
        .. Record is null ? [] : Element(0x41E4, [.. Element(0x41E7, Record[2] >> 1 > 7 ? "dvvC"u8.ToArray() : "dvcC"u8.ToArray()), .. Element(0x41ED, Record)]),
        .. Encodings() is { Length: > 0 } encodings ? Element(0x6D80, encodings) : [],
    ];

    private byte[] Encodings() =>
    [
        .. Stripped.Length == 0 ? [] : Element(0x6240, [.. Element(0x5031, [0]), .. Element(0x5034, [.. Element(0x4254, [3]), .. Element(0x4255, Stripped)])]),
        .. !Zlib ? [] : Element(0x6240, [.. Element(0x5031, [1]), .. Element(0x5034, Element(0x4254, [0]))]),
    ];

    private byte[] WriteCluster(byte[][][] pictures)
    {
        var laced = Lacing == Lacing.None ? 1 : 3;
        byte[] content = [.. Element(0xE7, [0]), .. pictures.Chunk(laced).SelectMany(WriteBlock)];
        return UnknownSizes ? Unknown(0x1F43B675, content) : Element(0x1F43B675, content);
    }

    private byte[] WriteBlock(byte[][][] pictures)
    {
        var frames = pictures.Select(picture => Encode(Picture.LengthPrefixed(picture, LengthSize))).ToArray();
        byte[] block = [0x81, 0, 0, 0, .. LaceHead(frames), .. frames.SelectMany(frame => frame)];
        block[3] = Lacing switch { Lacing.Xiph => 0x02, Lacing.Fixed => 0x04, Lacing.Ebml => 0x06, _ => 0 };
        return BlockGroups ? Element(0xA0, [.. Element(0xA1, block), .. Element(0x9B, [1])]) : Element(0xA3, block);
    }

    private byte[] LaceHead(byte[][] frames)
    {
        if (Lacing == Lacing.None)
            return [];
        List<byte> head = [(byte)(frames.Length - 1)];
        for (var index = 0; index < frames.Length - 1 && Lacing != Lacing.Fixed; index++)
        {
            var size = frames[index].Length;
            if (Lacing == Lacing.Xiph)
                head.AddRange([.. Enumerable.Repeat(byte.MaxValue, size / 255), (byte)(size % 255)]);
            else
                head.AddRange(EbmlLace(index == 0 ? size : size - frames[index - 1].Length, index > 0));
        }
        return [.. head];
    }

    /// <summary>A number of three bytes; a difference is stored with half of the range added.</summary>
    private static byte[] EbmlLace(int value, bool difference)
    {
        var stored = difference ? value + (1 << 20) - 1 : value;
        return [(byte)(0x20 | (stored >> 16)), (byte)(stored >> 8), (byte)stored];
    }

    private byte[] Encode(byte[] frame)
    {
        var bare = frame[Stripped.Length..];
        if (!Zlib)
            return bare;
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest))
            stream.Write(bare);
        return packed.ToArray();
    }
}
