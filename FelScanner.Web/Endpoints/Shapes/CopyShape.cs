using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Web.Endpoints.Shapes;

/// <summary>COPY of the contract: the quality of an owned copy or an offered release. Null = unknown.</summary>
internal record CopyShape
{
    public string? Resolution { get; init; }
    public int? DvProfile { get; init; }

    /// <summary>fel, mel, none or unknown.</summary>
    public required string El { get; init; }

    /// <summary>sdr, hdr10, hdr10plus or hlg.</summary>
    public string? Hdr { get; init; }
    public bool? Atmos { get; init; }
    public string? Audio { get; init; }
    public string? Source { get; init; }
    public long? Bytes { get; init; }

    public static CopyShape? Of(PictureAndSound? quality) => quality is null ? null : new CopyShape
    {
        Resolution = quality.Resolution.Word(),
        DvProfile = quality.Profile,
        El = LayerOf(quality),
        Hdr = WordOf(quality.Hdr),
        Atmos = quality.Atmos,
        Audio = quality.Audio,
        Source = quality.Source,
        Bytes = quality.Bytes,
    };

    /// <summary>A copy known to have no Dolby Vision has no layer either.</summary>
    public static string LayerOf(PictureAndSound quality) => quality.DolbyVision == false ? WordOf(EnhancementLayer.None) : WordOf(quality.Layer);

    public static string WordOf(EnhancementLayer layer) => layer switch
    {
        EnhancementLayer.Fel => "fel",
        EnhancementLayer.Mel => "mel",
        EnhancementLayer.None => "none",
        _ => "unknown",
    };

    public static string? WordOf(HdrKind hdr) => hdr switch
    {
        HdrKind.Sdr => "sdr",
        HdrKind.Hlg => "hlg",
        HdrKind.Hdr10 => "hdr10",
        HdrKind.Hdr10Plus => "hdr10plus",
        _ => null,
    };

    public static string WordOf(Evidence evidence) => evidence switch
    {
        Evidence.Plex => "plex",
        Evidence.Inferred => "inferred",
        Evidence.ProfileTold => "profile_told",
        Evidence.Told => "told",
        Evidence.Marked => "marked",
        Evidence.Proven => "proven",
        _ => "none",
    };
}

/// <summary>A copy of the library: COPY with where it lies and how surely its layer is known.</summary>
internal sealed record OwnedCopyShape : CopyShape
{
    public long Id { get; init; }
    public string? Path { get; init; }
    public string? Library { get; init; }

    /// <summary>none, plex, inferred, profile_told, told, marked or proven.</summary>
    public required string Evidence { get; init; }
    public int? BitrateKbps { get; init; }

    public static OwnedCopyShape Of(Copy copy) => new()
    {
        Id = copy.Id,
        Resolution = copy.Quality.Resolution.Word(),
        DvProfile = copy.Quality.Profile,
        El = LayerOf(copy.Quality),
        Hdr = WordOf(copy.Quality.Hdr),
        Atmos = copy.Quality.Atmos,
        Audio = copy.Quality.Audio,
        Source = copy.Quality.Source,
        Bytes = copy.Quality.Bytes,
        Path = copy.Path,
        Library = copy.Library,
        Evidence = WordOf(copy.Quality.Evidence),
        BitrateKbps = copy.BitrateKbps,
    };
}

/// <summary>A film of the library with its copies.</summary>
internal sealed record FilmShape(long Id, string Title, int? Year, int? TmdbId, string? ImdbId, IReadOnlyList<OwnedCopyShape> Copies)
{
    public static FilmShape Of(Film film) => new(film.Id, film.Title, film.Year, film.TmdbId, film.ImdbId, [.. film.Copies.Select(OwnedCopyShape.Of)]);
}
