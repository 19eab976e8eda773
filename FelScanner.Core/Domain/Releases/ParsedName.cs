using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Releases;

/// <summary>What a release name says, field by field as in the <c>parse</c> contract. Null means "not told", never "no".</summary>
public sealed record ParsedName
{
    /// <summary>The name verbatim.</summary>
    public required string Name { get; init; }

    public string? Title { get; init; }

    /// <summary>Further titles the name carries (after AKA, a slash or in brackets).</summary>
    public IReadOnlyList<string> OtherTitles { get; init; } = [];

    public int? Year { get; init; }

    public bool Tv { get; init; }

    public int? Season { get; init; }

    public int? Episode { get; init; }

    public Resolution Resolution { get; init; }

    /// <summary>webdl, webrip, bluray, hdtv, tv, dvd, cam, telesync, telecine, screener, vhs, …</summary>
    public string? Source { get; init; }

    public bool Remux { get; init; }

    public bool Uhd { get; init; }

    /// <summary>A full disc structure (BDMV, ISO, COMPLETE).</summary>
    public bool Disc { get; init; }

    public bool Hybrid { get; init; }

    /// <summary>The name says Dolby Vision.</summary>
    public bool Dv { get; init; }

    public int? DvProfile { get; init; }

    /// <summary>The minor part of a told profile (8.1 → 1, 7.6 → 6).</summary>
    public int? DvCompatibility { get; init; }

    public bool? Fel { get; init; }

    public bool? Mel { get; init; }

    public bool Hdr { get; init; }

    public bool Hdr10Plus { get; init; }

    public bool Hlg { get; init; }

    public bool Sdr { get; init; }

    /// <summary>h264, h265, av1, xvid, divx, vc1, mpeg2, …</summary>
    public string? Codec { get; init; }

    /// <summary>The best track named: truehd, ddp, dd, dts, dts-hd-ma, dts-hd-hra, dts-x, flac, aac, opus, pcm, …</summary>
    public string? Audio { get; init; }

    public bool Atmos { get; init; }

    public string? Group { get; init; }

    public IReadOnlyList<string> Edition { get; init; } = [];

    public bool Proper { get; init; }

    public bool Repack { get; init; }

    /// <summary>The name says x264, x265, AV1 or the like by an encoder's name: the picture was encoded again.</summary>
    public bool ReEncode { get; init; }

    /// <summary>An extras disc, a fan edit or a box of several films: not one film.</summary>
    public bool NotOneFilm { get; init; }

    /// <summary>The file container that the name ends in or names ("mkv", "mp4", …).</summary>
    public string? Container { get; init; }

    public int? TmdbId { get; init; }

    public string? ImdbId { get; init; }
}
