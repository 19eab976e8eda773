namespace FelScanner.Core.Domain.Quality;

/// <summary>What a badge stands for; its look follows from it alone.</summary>
public enum BadgeKind
{
    Plain,

    /// <summary>Proven FEL: solid gold.</summary>
    Fel,

    /// <summary>FEL told or marked, not proven: dashed gold.</summary>
    FelClaimed,

    /// <summary>Profile 7 of unknown layer: dashed violet.</summary>
    P7Unknown,

    /// <summary>Profile 7 MEL: violet outline.</summary>
    Mel,
    P8,
    P5,

    /// <summary>Dolby Vision of another or of unknown profile.</summary>
    DolbyVision,
    Hdr10Plus,
    Hdr10,
    Hlg,
    Sdr,
    Atmos,
}

/// <summary>One short word about quality, and what it stands for.</summary>
public sealed record QualityBadge(string Text, BadgeKind Kind);

/// <summary>The badges of a release or copy, in the order in which people read them: picture, range, sound, source.</summary>
public static class QualityBadges
{
    public static IReadOnlyList<QualityBadge> Of(PictureAndSound quality)
    {
        List<QualityBadge> badges = [];
        if (quality.Resolution.Word() is { } lines)
            badges.Add(new(lines, BadgeKind.Plain));
        if (quality.DolbyVision == true)
            badges.Add(DolbyVision(quality));
        if (Range(quality) is { } range)
            badges.Add(range);
        if (QualityWords.Sound(quality.Audio, quality.Atmos == true) is { } sound)
            badges.Add(new(sound, quality.Atmos == true ? BadgeKind.Atmos : BadgeKind.Plain));
        if (quality.Remux)
            badges.Add(new("Remux", BadgeKind.Plain));
        else if (QualityWords.Source(quality.Source) is { } source)
            badges.Add(new(source, BadgeKind.Plain));
        return badges;
    }

    private static QualityBadge DolbyVision(PictureAndSound quality) => (quality.Profile, quality.Layer) switch
    {
        (7, EnhancementLayer.Fel) when quality.Evidence == Evidence.Proven => new("DV P7 FEL", BadgeKind.Fel),
        (7, EnhancementLayer.Fel) when quality.Evidence == Evidence.Marked => new("DV P7 FEL", BadgeKind.FelClaimed),
        (7, EnhancementLayer.Fel) => new("DV P7 FEL?", BadgeKind.FelClaimed),
        (7, EnhancementLayer.Mel) => new("DV P7 MEL", BadgeKind.Mel),
        (7, EnhancementLayer.None) => new("DV P7, no layer", BadgeKind.DolbyVision),
        (7, _) => new("DV P7, layer?", BadgeKind.P7Unknown),
        (8, _) => new($"DV {QualityWords.Profile(quality)}", BadgeKind.P8),
        (5, _) => new("DV P5", BadgeKind.P5),
        (null, _) => new("DV", BadgeKind.DolbyVision),
        _ => new($"DV {QualityWords.Profile(quality)}", BadgeKind.DolbyVision),
    };

    /// <summary>Beside Dolby Vision only HDR10+ is worth a word: the plain base layer goes without saying.</summary>
    private static QualityBadge? Range(PictureAndSound quality) => (quality.Hdr, quality.DolbyVision) switch
    {
        (HdrKind.Hdr10Plus, _) => new("HDR10+", BadgeKind.Hdr10Plus),
        (_, true) => null,
        (HdrKind.Hdr10, _) => new("HDR10", BadgeKind.Hdr10),
        (HdrKind.Hlg, _) => new("HLG", BadgeKind.Hlg),
        (HdrKind.Sdr, _) => new("SDR", BadgeKind.Sdr),
        _ => null,
    };
}
