using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Matroska;

/// <summary>A SimpleBlock or Block: whose it is, and where its frames lie in the file.</summary>
internal sealed record MatroskaBlock(long Track, IReadOnlyList<Extent> Frames)
{
    private const int LongestHead = 12;
    private const int Xiph = 1;
    private const int FixedSize = 2;

    /// <summary>Reads the block's head and, if it is laced, the sizes of its frames (RFC 9559 section 10); null when they cannot be read.</summary>
    public static MatroskaBlock? Read(ProbeSource source, EbmlElement element)
    {
        Span<byte> head = stackalloc byte[LongestHead];
        head = head[..(int)Math.Min(LongestHead, element.Length)];
        if (!source.TryRead(element.Data, head))
            return null;
        var (track, length) = EbmlElement.Number(head);
        if (track is null || length + 3 > head.Length)
            return null;
        var data = element.Data + length + 3;
        var lacing = (head[length + 2] >> 1) & 3;
        if (lacing == 0)
            return new(track.Value, [new Extent(data, element.End - data)]);
        return ReadLaced(source, data, element.End, lacing) is { } frames ? new(track.Value, frames) : null;
    }

    private static List<Extent>? ReadLaced(ProbeSource source, long at, long end, int lacing)
    {
        Span<byte> one = stackalloc byte[1];
        if (!source.TryRead(at++, one))
            return null;
        var count = one[0] + 1;
        long[]? sizes = lacing switch
        {
            Xiph => ReadXiph(source, ref at, count - 1),
            FixedSize => ReadFixed((end - at) / count, count - 1),
            _ => ReadEbml(source, ref at, end, count - 1),
        };
        return sizes is null ? null : Place(sizes, at, end);
    }

    private static List<Extent>? Place(long[] sizes, long at, long end)
    {
        List<Extent> frames = [];
        foreach (var size in sizes)
        {
            if (size < 0 || size > end - at)
                return null;
            frames.Add(new Extent(at, size));
            at += size;
        }
        frames.Add(new Extent(at, end - at));
        return frames;
    }

    private static long[] ReadFixed(long size, int count)
    {
        var sizes = new long[count];
        Array.Fill(sizes, size);
        return sizes;
    }

    private static long[]? ReadXiph(ProbeSource source, ref long at, int count)
    {
        Span<byte> one = stackalloc byte[1];
        var sizes = new long[count];
        for (var frame = 0; frame < count; frame++)
        {
            long size = 0;
            do
            {
                if (!source.TryRead(at++, one))
                    return null;
                size += one[0];
            }
            while (one[0] == byte.MaxValue);
            sizes[frame] = size;
        }
        return sizes;
    }

    private static long[]? ReadEbml(ProbeSource source, ref long at, long end, int count)
    {
        Span<byte> bytes = stackalloc byte[8];
        var sizes = new long[count];
        for (var frame = 0; frame < count; frame++)
        {
            var part = bytes[..(int)Math.Clamp(end - at, 0, 8)];
            if (!source.TryRead(at, part) || EbmlElement.Number(part) is not ({ } value, var length))
                return null;
            at += length;
            // The first is a size; each later one a difference, stored with half of the range added.
            var bias = (1L << (7 * length - 1)) - 1;
            sizes[frame] = frame == 0 ? value : sizes[frame - 1] + value - bias;
        }
        return sizes;
    }
}
