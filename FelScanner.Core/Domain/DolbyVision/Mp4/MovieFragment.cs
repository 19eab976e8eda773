using System.Buffers.Binary;
using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Mp4;

/// <summary>Reads a moof box: where the samples of each of its tracks lie (ISO/IEC 14496-12 clause 8.8).</summary>
internal sealed class MovieFragment(ProbeSource source, IReadOnlyDictionary<long, long> defaultSizes)
{
    private const uint HasBase = 0x1;
    private const uint HasDescription = 0x2;
    private const uint HasDuration = 0x8;
    private const uint HasDefaultSize = 0x10;
    private const uint RunHasOffset = 0x1;
    private const uint RunHasFirstFlags = 0x4;
    private const uint SampleHasSize = 0x200;
    private const int MostSamples = 4096;

    /// <summary>The samples of all track fragments, in the order of the file's tables.</summary>
    public IEnumerable<(long Track, Extent Extent)> Samples(Mp4Box moof)
    {
        foreach (var traf in moof.Children(source).Where(box => box.Type == Mp4Types.Traf))
        {
            if (traf.Child(source, Mp4Types.Tfhd) is not { } header)
                continue;
            var (track, start, size) = ReadHeader(header, moof.Start);
            var at = start;
            foreach (var run in traf.Children(source).Where(box => box.Type == Mp4Types.Trun))
            {
                foreach (var extent in ReadRun(run, start, at, size))
                {
                    at = extent.Offset + extent.Length;
                    yield return (track, extent);
                }
            }
        }
    }

    private (long Track, long Start, long Size) ReadHeader(Mp4Box header, long moof)
    {
        var flags = header.UInt32(source, 0);
        long track = header.UInt32(source, 4);
        var at = 8;
        var start = moof;
        if ((flags & HasBase) != 0)
        {
            start = (long)header.UInt32(source, at) << 32 | header.UInt32(source, at + 4);
            at += 8;
        }
        at += (flags & HasDescription) != 0 ? 4 : 0;
        at += (flags & HasDuration) != 0 ? 4 : 0;
        return (track, start, (flags & HasDefaultSize) != 0 ? header.UInt32(source, at) : defaultSizes.GetValueOrDefault(track));
    }

    private List<Extent> ReadRun(Mp4Box run, long start, long following, long defaultSize)
    {
        var flags = run.UInt32(source, 0);
        var count = Math.Min(run.UInt32(source, 4), MostSamples);
        var at = 8;
        var offset = following;
        if ((flags & RunHasOffset) != 0)
        {
            offset = start + (int)run.UInt32(source, at);
            at += 4;
        }
        at += (flags & RunHasFirstFlags) != 0 ? 4 : 0;
        // Each of the four optional fields of a sample has four bytes, in the order of their flags.
        var length = 4 * BitCount(flags & 0xF00);
        var sizeAt = 4 * BitCount(flags & 0x100);
        Span<byte> bytes = stackalloc byte[4];
        List<Extent> extents = [];
        for (var index = 0; index < count; index++)
        {
            var size = defaultSize;
            if ((flags & SampleHasSize) != 0)
            {
                if (at + sizeAt > run.Length - 4 || !source.TryRead(run.Data + at + sizeAt, bytes))
                    break;
                size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            }
            extents.Add(new Extent(offset, size));
            offset += size;
            at += length;
        }
        return extents;
    }

    private static int BitCount(uint value) => System.Numerics.BitOperations.PopCount(value);
}
