using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Releases;

/// <summary>Grades what a release's name, its description and the feed's search tell of its quality; a guess never becomes a fact.</summary>
public static class ReleaseEvidence
{
    /// <summary>The offered quality. <paramref name="query"/> is the feed's search where the search itself is evidence; <paramref name="bytes"/> the size.</summary>
    public static PictureAndSound Read(ParsedName parsed, string? description, string? query, long? bytes)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var told = DescriptionReader.Read(description);
        var resolution = ReadResolution(parsed, told);
        var searched = query is not null && LayerWords.HasTwoLayers(query) && parsed.Codec is null or "h265";
        var dolby = OfferedDolbyVision.Judge(parsed, told, searched && query is not null, resolution);
        return new PictureAndSound
        {
            Resolution = resolution,
            DolbyVision = dolby.HasIt,
            Profile = dolby.Profile,
            CompatibilityId = dolby.Compatibility,
            Layer = dolby.Layer,
            Evidence = dolby.Evidence,
            Hdr = ReadHdr(parsed, told, resolution, dolby),
            Audio = parsed.Audio ?? told.Audio,
            Atmos = parsed.Atmos || told.Atmos,
            Source = parsed.Source,
            Remux = parsed.Remux,
            Bytes = bytes,
        };
    }

    /// <summary>True when the name claims a layer that its kind of release cannot have.</summary>
    public static bool ClaimsTheImpossible(ParsedName parsed) => parsed.Fel == true && (parsed.ReEncode || OfferedDolbyVision.IsNoDisc(parsed.Source));

    private static Resolution ReadResolution(ParsedName parsed, DescriptionFacts told)
    {
        if (parsed.Resolution != Resolution.Unknown)
            return parsed.Resolution;
        if (told.Resolution != Resolution.Unknown)
            return told.Resolution;
        return (parsed.Remux && parsed.Source == "bluray") || parsed.Uhd ? Resolution.P2160 : Resolution.Unknown;
    }

    private static HdrKind ReadHdr(ParsedName parsed, DescriptionFacts told, Resolution resolution, OfferedDolbyVision dolby)
    {
        if (parsed.Hdr10Plus || told.Hdr10Plus)
            return HdrKind.Hdr10Plus;
        if (parsed.Hdr || told.Hdr10)
            return HdrKind.Hdr10;
        if (parsed.Hlg)
            return HdrKind.Hlg;
        if (parsed.Sdr)
            return HdrKind.Sdr;
        if (dolby.HasIt)
            return dolby is { Profile: 7 } or { Profile: 8, Compatibility: null or 1 } ? HdrKind.Hdr10 : HdrKind.Unknown;

        // Silence proves nothing at 2160p; below, a name without HDR is a picture without it.
        return resolution is > Resolution.Unknown and < Resolution.P2160 || (resolution == Resolution.Unknown && parsed.Source is "dvd" or "vhs" or "tv" or "cam" or "telesync")
            ? HdrKind.Sdr
            : HdrKind.Unknown;
    }
}
