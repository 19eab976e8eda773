namespace FelScanner.Web.Demo.Media;

/// <summary>What an RPU shall say; the parts that are left out are those of a UHD disc's MEL.</summary>
internal sealed record RpuRecipe
{
    public static RpuRecipe Mel { get; } = new();

    public static RpuRecipe Fel { get; } = new() { Offset = 512, MaximumWhole = 0, Maximum = 1048576, Slope = 2048 };

    public static RpuRecipe Profile4 { get; } = Fel with { VdrDepth = 14 };

    public static RpuRecipe Profile5 { get; } = new() { RpuProfile = 0, FullRange = true, Spatial = false, NoResidual = true };

    public static RpuRecipe Profile8 { get; } = new() { Spatial = false, NoResidual = true };

    public uint RpuProfile { get; init; } = 1;
    public bool FullRange { get; init; }
    public bool Spatial { get; init; } = true;
    public bool NoResidual { get; init; }
    public int VdrDepth { get; init; } = 12;
    public bool FloatingPoint { get; init; }
    public bool UsesEarlier { get; init; }

    /// <summary>Pieces of each component's curve that are polynomials; one without any is a regression of this order.</summary>
    public int Pieces { get; init; } = 1;
    public int RegressionOrder { get; init; }
    public uint Offset { get; init; }
    public uint MaximumWhole { get; init; } = 1;
    public uint Maximum { get; init; }
    public uint Slope { get; init; }
    public uint Threshold { get; init; }

    /// <summary>Only this component has the numbers above, the others are neutral; null: all have them.</summary>
    public int? OnlyComponent { get; init; }

    /// <summary>Bytes behind the mapping, where a real RPU has its display metadata.</summary>
    public byte[] Tail { get; init; } = [0x5A, 0xA5, 0x5A, 0xA5, 0x5A, 0xA5, 0x5A, 0xA5];

    public int TrailingZeros { get; init; }

    public bool BadChecksum { get; init; }
}
