using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Releases;

/// <summary>The Dolby Vision of an offered release, and how surely it is known.</summary>
internal readonly record struct OfferedDolbyVision(bool HasIt, int? Profile, int? Compatibility, EnhancementLayer Layer, Evidence Evidence)
{
    /// <summary>Sources other than a disc: an enhancement layer comes from UHD Blu-ray discs only.</summary>
    public static bool IsNoDisc(string? source) => source is not (null or "bluray" or "workprint");

    public static OfferedDolbyVision Judge(ParsedName parsed, DescriptionFacts told, bool searched, Resolution resolution)
    {
        if (!parsed.Dv && !told.DolbyVision && !searched)
            return new(false, null, null, EnhancementLayer.None, Evidence.None);
        if (parsed.ReEncode || told.ReEncode || IsNoDisc(parsed.Source))
            return WithoutLayer(parsed, told);
        if (ToldOther(parsed, told) is { } other)
            return Single(other, parsed, Evidence.ProfileTold);
        if (ToldLayer(parsed, told) is { } layer and not EnhancementLayer.Unknown)
            return new(true, 7, null, layer, Evidence.Told);
        if (parsed.DvProfile == 7 || parsed.Fel == true || parsed.Mel == true || told.Profile == 7 || told.TwoLayers || searched)
            return new(true, 7, null, EnhancementLayer.Unknown, Evidence.ProfileTold);
        var fromDisc = parsed is { Source: "bluray", Remux: true, Hybrid: false } && parsed.Container is not ("mp4" or "m4v") && resolution == Resolution.P2160;
        return fromDisc ? new(true, 7, null, EnhancementLayer.Unknown, Evidence.Inferred) : Single(8, parsed, Evidence.Inferred);
    }

    /// <summary>A re-encode or a WEB source has no enhancement layer, whatever its name says.</summary>
    private static OfferedDolbyVision WithoutLayer(ParsedName parsed, DescriptionFacts told)
    {
        if (parsed.DvProfile is 4 or 5 or 8)
            return Single(parsed.DvProfile.Value, parsed, Evidence.ProfileTold);
        if (told.Profile is 4 or 5 or 8)
            return Single(told.Profile.Value, parsed, Evidence.ProfileTold);
        var hdr = parsed.Hdr || parsed.Hdr10Plus || parsed.Hlg || told.Hdr10 || told.Hdr10Plus;
        return Single(IsNoDisc(parsed.Source) && !hdr ? 5 : 8, parsed, Evidence.Inferred);
    }

    /// <summary>A told profile other than 7. A MediaInfo block was read from the file, so it beats the name.</summary>
    private static int? ToldOther(ParsedName parsed, DescriptionFacts told)
    {
        if (told.Profile is { } measured)
            return measured == 7 ? null : measured;
        return parsed.DvProfile is null or 7 ? null : parsed.DvProfile;
    }

    /// <summary>Name and description may contradict each other: then the layer is unknown.</summary>
    private static EnhancementLayer ToldLayer(ParsedName parsed, DescriptionFacts told)
    {
        var fel = parsed.Fel == true || told.Fel;
        var mel = parsed.Mel == true || told.Mel;
        return (fel, mel) switch
        {
            (true, false) => EnhancementLayer.Fel,
            (false, true) => EnhancementLayer.Mel,
            _ => EnhancementLayer.Unknown,
        };
    }

    private static OfferedDolbyVision Single(int profile, ParsedName parsed, Evidence evidence)
    {
        var compatibility = profile != 8 ? null : parsed.DvProfile == 8 && parsed.DvCompatibility is { } minor ? minor : parsed is { Hlg: true, Hdr: false } ? 4 : (int?)null;
        return new(true, profile, compatibility, EnhancementLayer.None, evidence);
    }
}
