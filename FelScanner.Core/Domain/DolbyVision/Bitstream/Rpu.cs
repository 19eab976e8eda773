namespace FelScanner.Core.Domain.DolbyVision.Bitstream;

/// <summary>What one Dolby Vision reference processing unit says about the enhancement layer.</summary>
internal enum RpuKind
{
    /// <summary>Not an RPU at all, cut short, or its checksum is wrong: it proves nothing.</summary>
    Damaged,

    /// <summary>Whole, but its syntax is one that nobody documents.</summary>
    Unsupported,

    /// <summary>Coefficients in floating point: the integer parts that tell MEL are not sent.</summary>
    FloatingPoint,

    /// <summary>Takes its mapping from an earlier frame: another frame has to decide.</summary>
    RefersToEarlier,

    /// <summary>Profile 5 or 8: no enhancement layer.</summary>
    NoLayer,

    /// <summary>An enhancement layer outside profile 7 (profile 4), or a profile without a name.</summary>
    OtherLayer,
    Mel,
    Fel,
}

/// <summary>One RPU: its kind, its profile where the header tells it, and the numbers that decided between FEL and MEL.</summary>
internal sealed record Rpu(RpuKind Kind, int? Profile = null, NonLinearQuantisation? Quantisation = null)
{
    public static Rpu Damaged { get; } = new(RpuKind.Damaged);

    /// <summary>True when the checksum was right.</summary>
    public bool Valid => Kind != RpuKind.Damaged;
}
