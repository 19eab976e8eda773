using System.IO.Compression;
using FelScanner.Core.Domain.DolbyVision.Hevc;

namespace FelScanner.Core.Domain.DolbyVision.Matroska;

/// <summary>Undoes a track's content encodings for one frame.</summary>
internal sealed class FrameDecoder(ProbeSource source, IReadOnlyList<ContentEncoding> encodings)
{
    /// <summary>Bytes of a frame that is unpacked, at most: the RPU of a larger one is not reached.</summary>
    private const int LargestFrame = 4 << 20;

    /// <summary>Unpacked bytes that count as one step of work, which bounds what a hostile file can make of a few bytes.</summary>
    private const int BytesAStep = 16;

    private byte[] _unpacked = [];

    /// <summary>The frame as it was before it was stored; null when it cannot be restored. Valid until the next call.</summary>
    public FrameBytes? Decode(long offset, long length)
    {
        var frame = new FrameBytes([], offset, length);
        foreach (var encoding in encodings)
        {
            var decoded = encoding.Kind switch
            {
                ContentEncodingKind.HeaderStripping => frame with { Head = [.. encoding.Stripped, .. frame.Head] },
                ContentEncodingKind.Zlib => Unpack(frame),
                _ => (FrameBytes?)null,
            };
            if (decoded is null)
                return null;
            frame = decoded.Value;
        }
        return frame;
    }

    private FrameBytes? Unpack(FrameBytes frame)
    {
        if (frame.Length > LargestFrame)
            return null;
        var packed = new byte[frame.Length];
        if (!frame.TryRead(source, 0, packed))
            return null;
        if (_unpacked.Length == 0)
            _unpacked = new byte[LargestFrame];
        var length = Inflate(packed);
        return length == 0 || !source.Spend(length / BytesAStep) ? null : new FrameBytes(_unpacked[..length], frame.Offset, 0);
    }

    private int Inflate(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        try
        {
            return stream.ReadAtLeast(_unpacked, _unpacked.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            // Damaged: this frame tells nothing, the next one may.
            return 0;
        }
    }
}
