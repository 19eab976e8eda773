namespace FelScanner.Core.Domain.DolbyVision.Bitstream;

/// <summary>Walks over an RPU's mapping curves (ETSI GS CCM 001, rpu_data_mapping): their values do not matter here, only where they end.</summary>
internal static class RpuMapping
{
    private const int Components = 3;
    private const int MostPieces = 16;

    /// <summary>Leaves <paramref name="bits"/> at the quantisation; false when the curves use syntax that cannot be read.</summary>
    public static bool Skip(ref BitReader bits, RpuHeader header)
    {
        bits.Ue();
        bits.Ue();
        bits.Ue();
        Span<int> pieces = stackalloc int[Components];
        for (var component = 0; component < Components; component++)
        {
            var count = bits.Ue() + 1;
            if (bits.Failed || count > MostPieces)
                return false;
            pieces[component] = (int)count;
            for (var pivot = 0; pivot <= count; pivot++)
                bits.Bits(header.BlBitDepth);
        }
        if (header.HasQuantisation && !SkipQuantisationKind(ref bits, header))
            return false;
        bits.Ue();
        bits.Ue();
        foreach (var count in pieces)
        {
            for (var piece = 0; piece < count; piece++)
            {
                if (!SkipCurve(ref bits, header.Log2Denominator))
                    return false;
            }
        }
        return !bits.Failed;
    }

    private static bool SkipQuantisationKind(ref BitReader bits, RpuHeader header)
    {
        const int linearDeadZone = 0;
        var method = bits.Bits(3);
        bits.Bits(header.BlBitDepth);
        bits.Bits(header.BlBitDepth);
        return method == linearDeadZone;
    }

    private static bool SkipCurve(ref BitReader bits, int fraction) => bits.Ue() switch
    {
        0 => SkipPolynomial(ref bits, fraction),
        1 => SkipMultipleRegression(ref bits, fraction),
        _ => false,
    };

    private static bool SkipPolynomial(ref BitReader bits, int fraction)
    {
        var order = bits.Ue() + 1;
        if (bits.Failed || order > 2 || (order == 1 && bits.Flag()))
            return false;
        return SkipCoefficients(ref bits, fraction, (int)order + 1);
    }

    private static bool SkipMultipleRegression(ref BitReader bits, int fraction)
    {
        var order = (int)bits.Bits(2) + 1;
        return order <= 3 && SkipCoefficients(ref bits, fraction, 1 + 7 * order);
    }

    private static bool SkipCoefficients(ref BitReader bits, int fraction, int count)
    {
        for (var index = 0; index < count; index++)
        {
            bits.Se();
            bits.Bits(fraction);
        }
        return !bits.Failed;
    }
}
