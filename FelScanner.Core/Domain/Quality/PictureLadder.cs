namespace FelScanner.Core.Domain.Quality;

/// <summary>
/// The ladder of pictures at one resolution: P7 FEL, then P7 of unknown or minimal layer and P8.1 alike, P8.4, P5 and P4, HDR10+, HDR10, HLG, SDR.
/// Profile numbers are not ranks.
/// </summary>
public static class PictureLadder
{
    /// <summary>The lowest rank of a picture with Dolby Vision.</summary>
    private const int LowestDolbyVision = 50;

    private const int HlgBase = 4;

    /// <summary>The step on the ladder, higher is better; null when it is not known.</summary>
    public static int? Rank(PictureAndSound picture) => picture.DolbyVision switch
    {
        true => DolbyVisionRank(picture),
        false => PlainRank(picture.Hdr),
        null => null,
    };

    /// <summary>The step for sorting and for what must not get worse: an unknown picture counts as the plainest.</summary>
    public static int RankOrLowest(PictureAndSound picture) => Rank(picture) ?? (picture.DolbyVision == true ? LowestDolbyVision : 0);

    private static int? DolbyVisionRank(PictureAndSound picture) => picture.Profile switch
    {
        null => null,
        7 when picture.Layer == EnhancementLayer.Fel => 90,
        7 => 80,
        8 or 10 when picture.CompatibilityId == HlgBase => 70,
        8 or 10 => 80,
        _ => LowestDolbyVision,
    };

    private static int? PlainRank(HdrKind hdr) => hdr switch
    {
        HdrKind.Hdr10Plus => 40,
        HdrKind.Hdr10 => 30,
        HdrKind.Hlg => 20,
        HdrKind.Sdr => 10,
        _ => null,
    };
}
