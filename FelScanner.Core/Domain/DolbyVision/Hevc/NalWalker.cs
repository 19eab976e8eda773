using System.Buffers;
using FelScanner.Core.Domain.DolbyVision.Bitstream;

namespace FelScanner.Core.Domain.DolbyVision.Hevc;

/// <summary>Walks the length-prefixed NAL units of one stored picture, jumping over all that is not wanted.</summary>
internal sealed class NalWalker(ProbeSource source, int lengthSize)
{
    private const int LongestSei = 4 << 10;

    /// <summary>Hands the wanted NAL units of the picture to the sample.</summary>
    public void Walk(FrameBytes frame, PlaceSample sample)
    {
        Span<byte> head = stackalloc byte[4 + NalHeader.Length];
        head = head[..(lengthSize + NalHeader.Length)];
        long at = 0;
        while (frame.TryRead(source, at, head))
        {
            long length = 0;
            foreach (var part in head[..lengthSize])
                length = (length << 8) | part;
            at += lengthSize;
            Take(frame, at, length, NalHeader.TypeOf(head[lengthSize..]), sample);
            at += length;
        }
    }

    private void Take(FrameBytes frame, long at, long length, int type, PlaceSample sample)
    {
        var wanted = NalHeader.IsWanted(type) && !(type == NalHeader.PrefixSei && sample.Hdr10Plus);
        if (!wanted || length < NalHeader.Length)
            return;
        var most = type == NalHeader.PrefixSei ? LongestSei : RpuParser.LongestRpu + NalHeader.Length;
        var size = (int)Math.Min(length, most);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var nal = buffer.AsSpan(0, size);
            if (frame.TryRead(source, at, nal))
                sample.Nal(nal, frame.Offset + at);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
