using System.Buffers.Binary;
using FelScanner.Core.Domain.DolbyVision.Elementary;
using FelScanner.Core.Domain.DolbyVision.Hevc;
using FelScanner.Core.Domain.DolbyVision.Matroska;
using FelScanner.Core.Domain.DolbyVision.Mp4;
using FelScanner.Core.Domain.DolbyVision.TransportStream;

namespace FelScanner.Core.Domain.DolbyVision.Containers;

/// <summary>Knows a container by its first bytes; a file's name only decides between two that begin alike.</summary>
internal static class ContainerDetector
{
    private const int HeadLength = 2048;
    private const byte RpuPrefix = 0x19;

    /// <summary>The reader for the file; null when it is none of the known kinds.</summary>
    public static MediaReader? Detect(ProbeSource source, string fileName)
    {
        Span<byte> bytes = stackalloc byte[HeadLength];
        bytes = bytes[..(int)Math.Min(HeadLength, source.Length)];
        if (!source.TryRead(0, bytes))
            return null;
        ReadOnlySpan<byte> head = bytes;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
            return new MatroskaReader(source);
        if (IsMp4(head))
            return new Mp4Reader(source);
        if (FindSync(head, TransportPacket.Length) is var plain and >= 0)
            return new TransportStreamReader(source, TransportPacket.Length, plain);
        const int blurayPacket = 192;
        if (FindSync(head, blurayPacket) is var sync and >= 0)
            return new TransportStreamReader(source, blurayPacket, sync);
        return DetectElementary(source, head, fileName);
    }

    private static bool IsMp4(ReadOnlySpan<byte> head) =>
        head.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(head[4..]) is
            Mp4Types.Ftyp or Mp4Types.Styp or Mp4Types.Moov or Mp4Types.Moof or Mp4Types.Mdat or Mp4Types.Free
            or Mp4Types.Skip or Mp4Types.Wide or Mp4Types.Pdin or Mp4Types.Sidx;

    /// <summary>Where packets of a length begin: sync bytes at that distance, five of them or as many as the head holds.</summary>
    private static int FindSync(ReadOnlySpan<byte> head, int stride)
    {
        const int enough = 5;
        for (var first = 0; first < stride && first + TransportPacket.Length <= head.Length; first++)
        {
            var seen = 0;
            for (var at = first; at < head.Length && seen < enough && head[at] == TransportPacket.Sync; at += stride)
                seen++;
            if (seen == enough || (seen > 1 && first + seen * stride >= head.Length))
                return first;
        }
        return -1;
    }

    private static ElementaryReader? DetectElementary(ProbeSource source, ReadOnlySpan<byte> head, string fileName)
    {
        var first = head.IndexOf((ReadOnlySpan<byte>)[0, 0, 1]);
        if (first < 0 || head[..first].ContainsAnyExcept((byte)0))
            return null;
        var unit = head[(first + 3)..];
        if (!unit.IsEmpty && unit[0] == RpuPrefix)
            return new RpuDumpReader(source);
        if (!NalHeader.CanBegin(unit))
            return null;
        var isDump = NalHeader.TypeOf(unit) == NalHeader.Rpu && !fileName.EndsWith(".hevc", StringComparison.OrdinalIgnoreCase);
        return isDump ? new RpuDumpReader(source) : new ElementaryReader(source);
    }
}
