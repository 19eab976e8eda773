using System.Buffers;
using System.Buffers.Binary;

namespace FelScanner.Core.Domain.DolbyVision.Bitstream;

/// <summary>Reads one RPU as far as its enhancement layer's quantisation; the display metadata behind it is not needed.</summary>
internal static class RpuParser
{
    /// <summary>The largest RPU that is looked at, in bytes; real ones have some hundred.</summary>
    public const int LongestRpu = 64 * 1024;

    // A frame that refers to an earlier one can be this short; the checksum guards against anything else.
    private const int ShortestRpu = 12;
    private const byte Prefix = 0x19;
    private const byte End = 0x80;

    /// <summary>Reads the payload of NAL unit type 62, behind its two header bytes and still escaped.</summary>
    public static Rpu Parse(ReadOnlySpan<byte> escaped)
    {
        if (escaped.Length is < ShortestRpu or > LongestRpu)
            return Rpu.Damaged;
        var plain = ArrayPool<byte>.Shared.Rent(escaped.Length);
        try
        {
            var length = EmulationPrevention.Remove(escaped, plain);
            return ParsePlain(plain.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    private static Rpu ParsePlain(ReadOnlySpan<byte> rpu)
    {
        rpu = rpu.TrimEnd((byte)0);
        if (rpu.Length < ShortestRpu || rpu[0] != Prefix || rpu[^1] != End)
            return Rpu.Damaged;
        var told = BinaryPrimitives.ReadUInt32BigEndian(rpu[^5..^1]);
        var body = rpu[1..^5];
        return Crc32Mpeg2.Of(body) == told ? ReadBody(body) : Rpu.Damaged;
    }

    private static Rpu ReadBody(ReadOnlySpan<byte> body)
    {
        var bits = new BitReader(body);
        var header = RpuHeader.Read(ref bits);
        if (!header.Understood)
            return new Rpu(RpuKind.Unsupported);
        if (header.FloatingPoint)
            return new Rpu(RpuKind.FloatingPoint, header.Profile);
        return header.Profile switch
        {
            5 or 8 => new Rpu(RpuKind.NoLayer, header.Profile),
            7 when header.UsesEarlierRpu => new Rpu(RpuKind.RefersToEarlier, 7),
            7 => ReadLayer(ref bits, header),
            null => new Rpu(RpuKind.Unsupported),
            _ => new Rpu(RpuKind.OtherLayer, header.Profile),
        };
    }

    private static Rpu ReadLayer(ref BitReader bits, RpuHeader header)
    {
        if (!RpuMapping.Skip(ref bits, header))
            return new Rpu(RpuKind.Unsupported, 7);
        var quantisation = NonLinearQuantisation.Read(ref bits, header);
        if (bits.Failed)
            return new Rpu(RpuKind.Unsupported, 7);
        return new Rpu(quantisation.IsMinimal ? RpuKind.Mel : RpuKind.Fel, 7, quantisation);
    }
}
