using System.Buffers;
using FelScanner.Core.Domain.DolbyVision.Bitstream;

namespace FelScanner.Core.Domain.DolbyVision.Hevc;

/// <summary>Finds length-prefixed RPUs without knowing where a picture begins, for a container that has lost its index; their checksum tells a real one.</summary>
internal sealed class RpuScan(ProbeSource source, int lengthSize)
{
    /// <summary>Scans from an offset until the sample has enough, the file ends or a limit stops it.</summary>
    public void Scan(long offset, PlaceSample sample)
    {
        ReadOnlySpan<byte> start = [0x7C, 0x01, 0x19];
        while (!sample.Done)
        {
            var nal = source.IndexOf(offset, source.Length, start);
            if (nal < 0)
                return;
            offset = nal + Take(nal, sample);
        }
    }

    /// <summary>Returns how many bytes have been dealt with.</summary>
    private int Take(long nal, PlaceSample sample)
    {
        Span<byte> prefix = stackalloc byte[4];
        prefix = prefix[..lengthSize];
        if (!source.TryRead(nal - lengthSize, prefix))
            return 1;
        var length = 0;
        foreach (var part in prefix)
            length = (length << 8) | part;
        if (length is < NalHeader.Length or > RpuParser.LongestRpu)
            return 1;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var bytes = buffer.AsSpan(0, length);
            // What is no RPU after all does not count as a damaged one: the three bytes can stand in any picture.
            if (!source.TryRead(nal, bytes) || !RpuParser.Parse(bytes[NalHeader.Length..]).Valid)
                return 1;
            sample.Frame();
            sample.Nal(bytes, nal);
            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
