namespace FelScanner.Core.Domain.Quality;

/// <summary>A picture's class by its number of lines. The numeric value is the line count, so that a larger value is a better picture.</summary>
public enum Resolution
{
    /// <summary>Not told or not analysed: neither a step up nor a step down.</summary>
    Unknown = 0,
    P480 = 480,
    P576 = 576,
    P720 = 720,
    P1080 = 1080,
    P2160 = 2160,
    P4320 = 4320,
}

/// <summary>The words of the public contract for <see cref="Resolution"/>: "2160p" and its like, null for unknown.</summary>
public static class ResolutionWords
{
    public static string? Word(this Resolution resolution) =>
        resolution == Resolution.Unknown ? null : $"{(int)resolution}p";

    /// <summary>Reads a contract word; null or an unknown word gives <see cref="Resolution.Unknown"/>.</summary>
    public static Resolution Read(string? word) => word switch
    {
        "480p" => Resolution.P480,
        "576p" => Resolution.P576,
        "720p" => Resolution.P720,
        "1080p" => Resolution.P1080,
        "2160p" => Resolution.P2160,
        "4320p" => Resolution.P4320,
        _ => Resolution.Unknown,
    };

    /// <summary>The class of a picture by its width in pixels, because films in scope format have fewer lines than their class (3840 × 1600 is 2160p).</summary>
    public static Resolution FromSize(int? width, int? height) => (width ?? 0, height ?? 0) switch
    {
        ( >= 7000, _) or (_, >= 4000) => Resolution.P4320,
        ( >= 3200, _) or (_, >= 1700) => Resolution.P2160,
        ( >= 1800, _) or (_, >= 1000) => Resolution.P1080,
        ( >= 1200, _) or (_, >= 700) => Resolution.P720,
        ( > 0, >= 540) => Resolution.P576,
        ( > 0, _) or (_, > 0) => Resolution.P480,
        _ => Resolution.Unknown,
    };
}
