using FelScanner.Core.Domain.Quality;

namespace FelScanner.Web.Live;

/// <summary>One badge: its words, its colour's class, and whether it differs from what is owned.</summary>
public sealed record QualityBadge(string Text, string Kind, bool Changed = false, string? Explanation = null);

/// <summary>The badges of a quality, in the order they are read: resolution, picture, sound, source.</summary>
public static class QualityBadgeRow
{
    public static IReadOnlyList<QualityBadge> Of(PictureAndSound? quality, PictureAndSound? beside = null)
    {
        if (quality is null)
            return [];
        var owned = beside is null ? [] : Plain(beside).Select(badge => badge.Text).ToHashSet(StringComparer.Ordinal);
        return [.. Plain(quality).Select(badge => badge with { Changed = beside is not null && !owned.Contains(badge.Text) })];
    }

    private static IEnumerable<QualityBadge> Plain(PictureAndSound quality)
    {
        if (quality.Resolution.Word() is { } resolution)
            yield return new QualityBadge(resolution, "plain");
        if (Vision(quality) is { } vision)
            yield return vision;
        if (Range(quality) is { } range)
            yield return range;
        if (Sound(quality) is { } sound)
            yield return sound;
        if (quality.Remux)
            yield return new QualityBadge("Remux", "plain");
        else if (Source(quality.Source) is { } source)
            yield return new QualityBadge(source, "plain");
    }

    private static QualityBadge? Vision(PictureAndSound quality) => (quality.DolbyVision, quality.Profile, quality.Layer) switch
    {
        (_, _, EnhancementLayer.Fel) when quality.Evidence == Evidence.Proven =>
            new("DV P7 FEL", "fel", Explanation: "Full enhancement layer, proven from the file itself."),
        (_, _, EnhancementLayer.Fel) when quality.Evidence == Evidence.Marked =>
            new("DV P7 FEL", "fel-told", Explanation: "Full enhancement layer, marked by the owner; the file has not been read."),
        (_, _, EnhancementLayer.Fel) =>
            new("DV P7 FEL?", "fel-told", Explanation: "Somebody says full enhancement layer; the file will tell."),
        (_, _, EnhancementLayer.Mel) => new("DV P7 MEL", "mel", Explanation: "Minimal enhancement layer: nothing but metadata."),
        (_, 7, _) => new("DV P7, layer?", "p7", Explanation: "Dolby Vision profile 7. Whether its layer is full or minimal is not known yet."),
        (_, 8, _) => new(quality.CompatibilityId is { } id and > 0 ? $"DV P8.{id}" : "DV P8", "p8", Explanation: "Dolby Vision over a picture that every HDR screen can show."),
        (_, 5, _) => new("DV P5", "p5", Explanation: "Dolby Vision as streaming services use it; screens without it show wrong colours."),
        (_, { } profile, _) => new($"DV P{profile}", "plain"),
        (true, _, _) => new("DV", "p8"),
        _ => null,
    };

    private static QualityBadge? Range(PictureAndSound quality) => (quality.Hdr, quality.DolbyVision) switch
    {
        (HdrKind.Hdr10Plus, _) => new("HDR10+", "hdr10plus"),
        (HdrKind.Hdr10, not true) when quality.Profile is null => new("HDR10", "hdr10"),
        (HdrKind.Hlg, not true) => new("HLG", "hdr10"),
        (HdrKind.Sdr, not true) => new("SDR", "sdr"),
        _ => null,
    };

    private static QualityBadge? Sound(PictureAndSound quality) => (AudioWord(quality.Audio), quality.Atmos) switch
    {
        ({ } audio, true) => new($"{audio} Atmos", "atmos"),
        (null, true) => new("Atmos", "atmos"),
        ({ } audio, _) => new(audio, "plain"),
        _ => null,
    };

    private static string? AudioWord(string? audio) => audio switch
    {
        null or "" => null,
        "truehd" => "TrueHD",
        "ddp" => "DD+",
        "dd" => "DD",
        "dts" => "DTS",
        "dts-hd-ma" => "DTS-HD MA",
        "dts-hd-hra" => "DTS-HD HRA",
        "dts-x" => "DTS:X",
        "opus" => "Opus",
        var other => other.ToUpperInvariant(),
    };

    private static string? Source(string? source) => source switch
    {
        "webdl" => "WEB-DL",
        "webrip" => "WEBRip",
        "bluray" => "Blu-ray",
        "hdtv" => "HDTV",
        "dvd" => "DVD",
        null or "" => null,
        var other => other.ToUpperInvariant(),
    };

    /// <summary>The quality in one short line, where badges do not fit.</summary>
    public static string Line(PictureAndSound? quality) => quality is null ? "not in the library" : string.Join(" · ", Plain(quality).Select(badge => badge.Text));
}
