namespace FelScanner.Core.Domain.Quality;

/// <summary>What the second layer of a Dolby Vision profile 7 stream holds.</summary>
public enum EnhancementLayer
{
    Unknown,

    /// <summary>Known to have no enhancement layer.</summary>
    None,

    /// <summary>Minimal: metadata only.</summary>
    Mel,

    /// <summary>Full: real picture data.</summary>
    Fel,
}
