using System.Buffers.Binary;
using System.Text;

namespace FelScanner.Core.Domain.DolbyVision.Mp4;

/// <summary>One box of the ISO base media file format (ISO/IEC 14496-12 clause 4.2).</summary>
/// <param name="Type">The four characters of its type, big-endian.</param>
/// <param name="IsCut">The box says that it goes on behind what encloses it, or behind the file's end.</param>
internal sealed record Mp4Box(uint Type, long Start, long Data, long End, bool IsCut)
{
    private const int ShortHead = 8;
    private const int LongHead = 16;

    public long Length => End - Data;

    public string Name => Encoding.Latin1.GetString([(byte)(Type >> 24), (byte)(Type >> 16), (byte)(Type >> 8), (byte)Type]);

    /// <summary>Reads the box at an offset; one that goes beyond <paramref name="limit"/> is cut there. Null when there is none.</summary>
    public static Mp4Box? Read(ProbeSource source, long offset, long limit)
    {
        Span<byte> head = stackalloc byte[LongHead];
        if (offset < 0 || offset > limit - ShortHead || !source.TryRead(offset, head[..ShortHead]))
            return null;
        long size = BinaryPrimitives.ReadUInt32BigEndian(head);
        var headLength = ShortHead;
        if (size == 1)
        {
            headLength = LongHead;
            if (!source.TryRead(offset, head))
                return null;
            size = BinaryPrimitives.ReadInt64BigEndian(head[8..]);
        }
        if (size == 0)
            size = limit - offset;
        if (size < headLength)
            return null;
        var isCut = size > limit - offset;
        var end = isCut ? limit : offset + size;
        return new Mp4Box(BinaryPrimitives.ReadUInt32BigEndian(head[4..]), offset, Math.Min(offset + headLength, end), end, isCut);
    }

    /// <summary>The boxes inside, behind <paramref name="skip"/> bytes of own fields.</summary>
    public IEnumerable<Mp4Box> Children(ProbeSource source, int skip = 0)
    {
        var offset = Data + skip;
        while (Read(source, offset, End) is { } child)
        {
            yield return child;
            offset = child.End;
        }
    }

    public Mp4Box? Child(ProbeSource source, uint type)
    {
        foreach (var child in Children(source))
        {
            if (child.Type == type)
                return child;
        }
        return null;
    }

    /// <summary>A big-endian number of 32 bits at an offset of the data; 0 when it is not there.</summary>
    public uint UInt32(ProbeSource source, int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        return at <= Length - 4 && source.TryRead(Data + at, bytes) ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;
    }

    /// <summary>The data's first bytes, <paramref name="most"/> at most; empty when they cannot be had.</summary>
    public byte[] Bytes(ProbeSource source, int most)
    {
        var bytes = new byte[Math.Clamp(Length, 0, most)];
        return source.TryRead(Data, bytes) ? bytes : [];
    }
}
