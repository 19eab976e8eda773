namespace FelScanner.Core.Domain.DolbyVision.Bitstream;

/// <summary>The fields of an RPU's header that the profile and the place of the later fields follow from (ETSI GS CCM 001, rpu_data_header).</summary>
internal readonly record struct RpuHeader
{
    public bool Understood { get; private init; }
    public bool FloatingPoint { get; private init; }
    public bool UsesEarlierRpu { get; private init; }
    public bool DisablesResidual { get; private init; }
    public int Log2Denominator { get; private init; }
    public int BlBitDepth { get; private init; }
    public int ElBitDepth { get; private init; }
    public int? Profile { get; private init; }

    /// <summary>True when the fields of the enhancement layer's quantisation are there.</summary>
    public bool HasQuantisation => !DisablesResidual;

    public static RpuHeader Read(ref BitReader bits)
    {
        if (bits.Bits(6) != 2)
            return default;
        var format = bits.Bits(11);
        var rpuProfile = bits.Bits(4);
        bits.Bits(4);
        // Without its sequence information the frame cannot be read by itself; another one will have it.
        return bits.Flag() ? ReadSequence(ref bits, format, rpuProfile) : default;
    }

    private static RpuHeader ReadSequence(ref BitReader bits, uint format, uint rpuProfile)
    {
        bits.Flag();
        var coefficients = bits.Bits(2);
        var denominator = coefficients == 0 ? bits.Ue() : 32;
        bits.Bits(2);
        var fullRange = bits.Flag();
        var depths = (format & 0x700) == 0;
        var (bl, el, vdr, spatial, noResidual) = depths ? ReadDepths(ref bits) : (0u, 0u, 0u, false, true);
        bits.Flag();
        var earlier = bits.Flag();
        return new RpuHeader
        {
            Understood = !bits.Failed && depths && coefficients <= 1 && (coefficients == 1 || denominator <= 23) && bl <= 8 && el <= 8,
            FloatingPoint = coefficients == 1,
            UsesEarlierRpu = earlier,
            DisablesResidual = noResidual,
            Log2Denominator = (int)Math.Min(denominator, 32),
            BlBitDepth = (int)Math.Min(bl, 8) + 8,
            ElBitDepth = (int)Math.Min(el, 8) + 8,
            Profile = ProfileOf(rpuProfile, fullRange, spatial && !noResidual, vdr),
        };
    }

    private static (uint Bl, uint El, uint Vdr, bool Spatial, bool NoResidual) ReadDepths(ref BitReader bits)
    {
        var bl = bits.Ue();
        // The upper byte is an extended mapping id, which the layer does not depend on.
        var el = bits.Ue() & 0xFF;
        var vdr = bits.Ue();
        bits.Flag();
        bits.Bits(3);
        return (bl, el, vdr, bits.Flag(), bits.Flag());
    }

    private static int? ProfileOf(uint rpuProfile, bool fullRange, bool hasLayer, uint vdrDepth) => rpuProfile switch
    {
        0 => fullRange ? 5 : 0,
        1 when !hasLayer => 8,
        1 => vdrDepth == 4 ? 7 : 4,
        _ => null,
    };
}
