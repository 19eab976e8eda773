namespace FelScanner.Core.Domain.Quality;

/// <summary>The tiers of the quality score, best first.</summary>
public enum QualityTier
{
    /// <summary>FEL, 2160p and Atmos: nothing better can be had.</summary>
    Reference,

    /// <summary>Dolby Vision in 2160p.</summary>
    Excellent,

    /// <summary>HDR in 2160p.</summary>
    VeryGood,

    /// <summary>2160p without HDR, or 1080p.</summary>
    Good,

    /// <summary>Anything below.</summary>
    Basic,
}

/// <summary>How far a copy stands up the ladders of picture, resolution and sound: 0 to 100, of which picture gives 60, resolution 25 and sound 15.</summary>
public static class QualityScore
{
    public static int Of(PictureAndSound quality)
    {
        ArgumentNullException.ThrowIfNull(quality);
        return Picture(quality) + Lines(quality.Resolution) + Sound(quality);
    }

    public static QualityTier TierOf(PictureAndSound quality)
    {
        ArgumentNullException.ThrowIfNull(quality);
        var large = quality.Resolution >= Resolution.P2160;
        return quality switch
        {
            { Layer: EnhancementLayer.Fel, Atmos: true } when large => QualityTier.Reference,
            { DolbyVision: true } or { Profile: not null } when large => QualityTier.Excellent,
            { Hdr: HdrKind.Hdr10 or HdrKind.Hdr10Plus or HdrKind.Hlg } when large => QualityTier.VeryGood,
            _ when quality.Resolution >= Resolution.P1080 => QualityTier.Good,
            _ => QualityTier.Basic,
        };
    }

    private static int Picture(PictureAndSound quality) => quality switch
    {
        { Layer: EnhancementLayer.Fel, Evidence: Evidence.Proven } => 60,
        { Layer: EnhancementLayer.Fel } => 58,
        { Layer: EnhancementLayer.Mel } => 48,
        { Profile: 7 } => 50,
        { Profile: 8 } => 46,
        { Profile: 5 } => 40,
        { DolbyVision: true } => 42,
        { Hdr: HdrKind.Hdr10Plus } => 36,
        { Hdr: HdrKind.Hdr10 } => 30,
        { Hdr: HdrKind.Hlg } => 22,
        { Hdr: HdrKind.Sdr } => 10,
        _ => 0,
    };

    private static int Lines(Resolution resolution) => resolution switch
    {
        >= Resolution.P2160 => 25,
        >= Resolution.P1080 => 14,
        >= Resolution.P720 => 6,
        > Resolution.Unknown => 2,
        _ => 0,
    };

    private static int Sound(PictureAndSound quality) => SoundLadder.Rank(quality.Audio, quality.Atmos == true) switch
    {
        >= 90 => 15,
        >= 80 => 14,
        >= 70 => 12,
        >= 50 => 10,
        >= 40 => 7,
        >= 30 => 6,
        >= 20 => 5,
        >= 10 => 3,
        _ => 0,
    };
}
