using System.Globalization;

namespace FelScanner.Core.Domain.DolbyVision.Bitstream;

/// <summary>The linear dead zone parameters of one colour component (ETSI GS CCM 001); integer parts and fractions of 2^-denominator.</summary>
internal readonly record struct DeadZone(uint Offset, uint MaximumWhole, uint Maximum, uint SlopeWhole, uint Slope, uint ThresholdWhole, uint Threshold)
{
    /// <summary>Multiplies the residual by nothing: the layer adds no picture.</summary>
    public bool IsNeutral => this is { Offset: 0, MaximumWhole: 1, Maximum: 0, SlopeWhole: 0, Slope: 0, ThresholdWhole: 0, Threshold: 0 };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"offset {Offset}, input maximum {MaximumWhole}+{Maximum}, slope {SlopeWhole}+{Slope}, threshold {ThresholdWhole}+{Threshold}");
}

/// <summary>How the enhancement layer's residual enters the picture, for the three colour components.</summary>
internal sealed record NonLinearQuantisation(DeadZone First, DeadZone Second, DeadZone Third)
{
    /// <summary>Minimal layer: neutral in every component. Anything else is a full layer.</summary>
    public bool IsMinimal => First.IsNeutral && Second.IsNeutral && Third.IsNeutral;

    /// <summary>The component that shows best what decided.</summary>
    public DeadZone Telling => !First.IsNeutral ? First : !Second.IsNeutral ? Second : Third;

    public static NonLinearQuantisation Read(ref BitReader bits, RpuHeader header) =>
        new(ReadOne(ref bits, header), ReadOne(ref bits, header), ReadOne(ref bits, header));

    private static DeadZone ReadOne(ref BitReader bits, RpuHeader header)
    {
        var fraction = header.Log2Denominator;
        return new DeadZone(
            bits.Bits(header.ElBitDepth),
            bits.Ue(), bits.Bits(fraction),
            bits.Ue(), bits.Bits(fraction),
            bits.Ue(), bits.Bits(fraction));
    }
}
