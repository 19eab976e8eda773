namespace FelScanner.Core.Domain.Quality;

/// <summary>Quality in words for people.</summary>
public static class QualityWords
{
    /// <summary>"2160p · DV P7 FEL? · TrueHD Atmos · Remux"; "unknown" when nothing is known.</summary>
    public static string Describe(PictureAndSound quality)
    {
        var words = string.Join(" · ", QualityBadges.Of(quality).Select(badge => badge.Text));
        return words.Length == 0 ? "unknown" : words;
    }

    /// <summary>The dynamic range as a rule's sentence writes it: "DV P7 FEL", "DV P8.1", "HDR10", "SDR"; "unknown picture" when it is not known.</summary>
    public static string Range(PictureAndSound quality) => quality.DolbyVision switch
    {
        true => $"DV {Profile(quality)}",
        _ => Hdr(quality.Hdr) ?? (quality.DolbyVision == false ? "no DV" : "unknown picture"),
    };

    /// <summary>"P7 FEL", "P7, perhaps FEL" for an offered release of unknown layer, "P8.1", "P5".</summary>
    public static string OfferedProfile(PictureAndSound quality) => quality.MayBeFel ? "P7, perhaps FEL" : Profile(quality);

    /// <summary>"P7 FEL", "P7 MEL", "P7", "P8.1", "P8", "P5"; "of unknown profile" when it is not known.</summary>
    public static string Profile(PictureAndSound quality) => (quality.Profile, quality.Layer, quality.CompatibilityId) switch
    {
        (null, _, _) => "of unknown profile",
        (7, EnhancementLayer.Fel, _) => "P7 FEL",
        (7, EnhancementLayer.Mel, _) => "P7 MEL",
        (8, _, 1 or 2 or 4) => $"P8.{quality.CompatibilityId}",
        _ => $"P{quality.Profile}",
    };

    public static string? Hdr(HdrKind hdr) => hdr switch
    {
        HdrKind.Hdr10Plus => "HDR10+",
        HdrKind.Hdr10 => "HDR10",
        HdrKind.Hlg => "HLG",
        HdrKind.Sdr => "SDR",
        _ => null,
    };

    /// <summary>"TrueHD Atmos", "DTS-HD MA", "Atmos"; null when nothing is known.</summary>
    public static string? Sound(string? audio, bool atmos)
    {
        var codec = Codec(audio);
        return (codec, atmos) switch
        {
            (null, false) => null,
            (null, true) => "Atmos",
            (_, true) => $"{codec} Atmos",
            _ => codec,
        };
    }

    public static string? Source(string? source) => source switch
    {
        null => null,
        "webdl" => "WEB-DL",
        "webrip" => "WEBRip",
        "bluray" => "Blu-ray",
        "hddvd" => "HD DVD",
        "hdtv" or "tv" or "dvd" or "cam" or "vhs" => source.ToUpperInvariant(),
        _ => char.ToUpperInvariant(source[0]) + source[1..],
    };

    private static string? Codec(string? audio) => audio switch
    {
        null => null,
        "truehd" => "TrueHD",
        "ddp" => "DD+",
        "dts-hd-ma" => "DTS-HD MA",
        "dts-hd-hra" => "DTS-HD HRA",
        "dts-x" => "DTS:X",
        "opus" => "Opus",
        "vorbis" => "Vorbis",
        _ => audio.ToUpperInvariant(),
    };
}
