using FelScanner.Web.Demo.Media;
namespace FelScanner.Tests.Core.Domain.DolbyVision.Writers;

/// <summary>Writes small transport streams: packets of 188 or 192 bytes, one stream or the two of a UHD disc.</summary>
internal sealed record TransportStreamWriter
{
    private const int BasePid = 0x1011;
    private const int LayerPid = 0x1015;
    private const int MapPid = 0x100;

    public bool Bluray { get; init; }

    /// <summary>The layer and its RPUs in a stream of their own.</summary>
    public bool TwoStreams { get; init; }

    public bool ProgrammeTables { get; init; } = true;

    public byte StreamType { get; init; } = 0x24;

    /// <summary>Body of the Dolby Vision descriptor, on the layer's stream where there are two.</summary>
    public byte[]? Descriptor { get; init; }

    public byte[] Write(byte[][][] film)
    {
        List<byte> file = [];
        if (ProgrammeTables)
        {
            AddPackets(file, 0, [0, .. Section(0, [0, 1, 0xE0 | (MapPid >> 8), MapPid & 0xFF])]);
            AddPackets(file, MapPid, [0, .. Section(2, [0xF0, 0x11, 0xF0, 0, .. Streams()])]);
        }
        foreach (var picture in film)
        {
            var isLayer = (byte[] nal) => TwoStreams && nal[0] >= 0x7C;
            AddPackets(file, BasePid, Pes(Picture.AnnexB([.. picture.Where(nal => !isLayer(nal))])));
            if (picture.Any(isLayer))
                AddPackets(file, LayerPid, Pes(Picture.AnnexB([.. picture.Where(isLayer)])));
        }
        return [.. file];
    }

    private byte[] Streams()
    {
        byte[] descriptor = Descriptor is null ? [] : [0xB0, (byte)Descriptor.Length, .. Descriptor];
        return TwoStreams ? [.. Stream(BasePid, []), .. Stream(LayerPid, descriptor)] : Stream(BasePid, descriptor);
    }

    private byte[] Stream(int pid, byte[] descriptors) =>
        [StreamType, (byte)(0xE0 | (pid >> 8)), (byte)pid, 0xF0, (byte)descriptors.Length, .. descriptors];

    /// <summary>The checksum is left zero: readers of media files do not ask for it.</summary>
    private static byte[] Section(byte table, byte[] body) =>
        [table, 0xB0, (byte)(body.Length + 9), 0, 1, 0xC1, 0, 0, .. body, 0, 0, 0, 0];

    private static byte[] Pes(byte[] data) => [0, 0, 1, 0xE0, 0, 0, 0x80, 0x80, 5, 0x21, 0, 1, 0, 1, .. data];

    private void AddPackets(List<byte> file, int pid, byte[] payload)
    {
        for (var at = 0; at < payload.Length; at += 184)
        {
            if (Bluray)
                file.AddRange([0, 0, 0, 0]);
            var part = payload[at..Math.Min(payload.Length, at + 184)];
            var fill = 184 - part.Length;
            file.AddRange([0x47, (byte)((at == 0 ? 0x40 : 0) | (pid >> 8)), (byte)pid, (byte)(fill > 0 ? 0x30 : 0x10)]);
            if (fill > 0)
                file.AddRange([(byte)(fill - 1), .. fill > 1 ? [0, .. Enumerable.Repeat(byte.MaxValue, fill - 2)] : Array.Empty<byte>()]);
            file.AddRange(part);
        }
    }
}
