namespace FelScanner.Core.Domain.Quality;

/// <summary>The dynamic range beside or without Dolby Vision, in rising order of the picture ladder.</summary>
public enum HdrKind
{
    Unknown,
    Sdr,
    Hlg,
    Hdr10,
    Hdr10Plus,
}
