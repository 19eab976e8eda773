namespace FelScanner.Core.Domain.Quality;

/// <summary>
/// The quality of an offered release or of an owned copy. Everything may be unknown; an unknown is never a guess.
/// <c>Audio</c> and <c>Source</c> use the words of the <c>parse</c> contract ("truehd", "ddp", …; "bluray", "webdl", …), because that vocabulary is open.
/// </summary>
public sealed record PictureAndSound
{
    public Resolution Resolution { get; init; }

    /// <summary>True: has Dolby Vision; false: known to have none; null: unknown.</summary>
    public bool? DolbyVision { get; init; }

    /// <summary>4, 5, 7, 8, …; null when not told.</summary>
    public int? Profile { get; init; }

    /// <summary>The base layer's compatibility id: 1 HDR10 (8.1), 2 SDR, 4 HLG (8.4), 6 UHD Blu-ray.</summary>
    public int? CompatibilityId { get; init; }

    public EnhancementLayer Layer { get; init; }

    public Evidence Evidence { get; init; }

    public HdrKind Hdr { get; init; }

    /// <summary>The best track's codec.</summary>
    public string? Audio { get; init; }

    public bool? Atmos { get; init; }

    public string? Source { get; init; }

    public bool Remux { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? Bytes { get; init; }
}
