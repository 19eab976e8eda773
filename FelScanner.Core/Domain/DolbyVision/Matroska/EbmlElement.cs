using System.Buffers.Binary;
using System.Numerics;

namespace FelScanner.Core.Domain.DolbyVision.Matroska;

/// <summary>One EBML element (RFC 8794): its id, where its data begins and where it ends.</summary>
/// <param name="End">The offset behind the data; cut to what encloses it. For an unknown size, the end of what encloses it.</param>
/// <param name="IsCut">The element says that it goes on behind what encloses it, or behind the file's end.</param>
internal sealed record EbmlElement(uint Id, long Data, long End, bool SizeUnknown, bool IsCut)
{
    private const int LongestHead = 12;

    public long Length => End - Data;

    public static EbmlElement? Read(ProbeSource source, long offset, long limit)
    {
        limit = Math.Min(limit, source.Length);
        if (offset < 0 || offset + 2 > limit)
            return null;
        Span<byte> head = stackalloc byte[LongestHead];
        head = head[..(int)Math.Min(LongestHead, limit - offset)];
        if (!source.TryRead(offset, head))
            return null;
        var idLength = BitOperations.LeadingZeroCount((uint)head[0] << 24) + 1;
        if (idLength > 4 || idLength >= head.Length)
            return null;
        uint id = 0;
        foreach (var part in head[..idLength])
            id = (id << 8) | part;
        var (size, sizeLength) = Number(head[idLength..]);
        if (sizeLength == 0)
            return null;
        var data = offset + idLength + sizeLength;
        var isCut = size > limit - data;
        var end = size is null || isCut ? limit : data + size.Value;
        return new EbmlElement(id, data, end, size is null, isCut);
    }

    /// <summary>A number of one to eight bytes, without its marker bit; no value when all its bits are set (unknown), no length when it is none.</summary>
    public static (long? Value, int Length) Number(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] == 0)
            return (null, 0);
        var length = BitOperations.LeadingZeroCount((uint)bytes[0] << 24) + 1;
        if (length > bytes.Length)
            return (null, 0);
        long value = bytes[0] & (0xFF >> length);
        var unknown = value == 0xFF >> length;
        foreach (var part in bytes[1..length])
        {
            value = (value << 8) | part;
            unknown &= part == 0xFF;
        }
        return (unknown ? null : value, length);
    }

    /// <summary>The data as an unsigned number; 0 when it has none or more than eight bytes.</summary>
    public long Unsigned(ProbeSource source)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        var length = (int)Math.Min(Length, 9);
        return length is > 0 and <= 8 && source.TryRead(Data, bytes[(8 - length)..]) ? BinaryPrimitives.ReadInt64BigEndian(bytes) : 0;
    }

    /// <summary>The data's first bytes, <paramref name="most"/> at most; empty when they cannot be had.</summary>
    public byte[] Bytes(ProbeSource source, int most)
    {
        var bytes = new byte[Math.Clamp(Length, 0, most)];
        return source.TryRead(Data, bytes) ? bytes : [];
    }

    /// <summary>The elements inside, until one that cannot be read.</summary>
    public IEnumerable<EbmlElement> Children(ProbeSource source)
    {
        var offset = Data;
        while (Read(source, offset, End) is { } child)
        {
            yield return child;
            offset = child.End;
        }
    }
}
