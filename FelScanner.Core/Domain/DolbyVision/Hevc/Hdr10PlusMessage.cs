using FelScanner.Core.Domain.DolbyVision.Bitstream;

namespace FelScanner.Core.Domain.DolbyVision.Hevc;

/// <summary>Finds HDR10+ in a supplemental enhancement information NAL unit: user data of ITU-T T.35, country B5, provider 003C 0001, application 4 (SMPTE ST 2094-40).</summary>
internal static class Hdr10PlusMessage
{
    private const int UserDataRegistered = 4;
    private const int LongestSei = 4 << 10;

    private static ReadOnlySpan<byte> Signature => [0xB5, 0x00, 0x3C, 0x00, 0x01, 0x04];

    /// <param name="escaped">The NAL unit's payload behind its header; only its first 4 KiB are looked at.</param>
    public static bool IsIn(ReadOnlySpan<byte> escaped)
    {
        Span<byte> plain = stackalloc byte[LongestSei];
        escaped = escaped[..Math.Min(escaped.Length, LongestSei)];
        ReadOnlySpan<byte> rest = plain[..EmulationPrevention.Remove(escaped, plain)];
        while (rest.Length > 2)
        {
            var type = Number(ref rest);
            var size = Number(ref rest);
            var message = rest[..Math.Min(size, rest.Length)];
            if (type == UserDataRegistered && message.StartsWith(Signature) && message.Length > Signature.Length && message[Signature.Length] <= 1)
                return true;
            rest = rest[message.Length..];
        }
        return false;
    }

    /// <summary>A number in bytes of 255 and a last one below (ITU-T H.265 clause 7.3.5).</summary>
    private static int Number(ref ReadOnlySpan<byte> rest)
    {
        var value = 0;
        while (!rest.IsEmpty)
        {
            var part = rest[0];
            rest = rest[1..];
            value += part;
            if (part != byte.MaxValue)
                break;
        }
        return value;
    }
}
