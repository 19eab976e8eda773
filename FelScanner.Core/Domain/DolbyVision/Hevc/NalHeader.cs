namespace FelScanner.Core.Domain.DolbyVision.Hevc;

/// <summary>The two bytes before every HEVC NAL unit (ITU-T H.265 clause 7.3.1.2).</summary>
internal static class NalHeader
{
    public const int Length = 2;
    public const int PrefixSei = 39;

    /// <summary>Dolby Vision's use of an unspecified type: the RPU.</summary>
    public const int Rpu = 62;

    /// <summary>Dolby Vision's other unspecified type: a wrapped NAL unit of the layer.</summary>
    private const int Layer = 63;

    private const int FirstParameterSet = 32;
    private const int LastSuffixSei = 40;
    private const int LastPicture = 21;

    public static int TypeOf(ReadOnlySpan<byte> nal) => nal.Length < Length ? -1 : (nal[0] >> 1) & 0x3F;

    public static bool IsWanted(int type) => type is Rpu or PrefixSei;

    /// <summary>True for the first slice of a picture; <paramref name="nal"/> must hold one byte behind the header.</summary>
    public static bool StartsPicture(ReadOnlySpan<byte> nal) =>
        nal.Length > Length && TypeOf(nal) < FirstParameterSet && (nal[Length] & 0x80) != 0;

    /// <summary>True when an HEVC stream can begin so: not forbidden, the base layer, a temporal id, a type in use. An AVC stream cannot.</summary>
    public static bool CanBegin(ReadOnlySpan<byte> nal) =>
        nal.Length >= Length && (nal[0] & 0x81) == 0 && (nal[1] & 0xF8) == 0 && nal[1] != 0
        && TypeOf(nal) is <= LastPicture or (>= FirstParameterSet and <= LastSuffixSei) or Rpu or Layer;
}
