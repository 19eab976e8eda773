namespace FelScanner.Core.Domain.Quality;

/// <summary>How surely a Dolby Vision claim is known, weakest first: a larger value beats a smaller one.</summary>
public enum Evidence
{
    None,

    /// <summary>Plex says profile 7 with an enhancement layer; it cannot tell which.</summary>
    Plex,

    /// <summary>A UHD remux with Dolby Vision, not hybrid: profile 7 very likely.</summary>
    Inferred,

    /// <summary>The name, the description or the feed's query says profile 7, but not which layer.</summary>
    ProfileTold,

    /// <summary>The name or the description says FEL or MEL.</summary>
    Told,

    /// <summary>The owner marked the copy by hand.</summary>
    Marked,

    /// <summary>The file's own metadata was read.</summary>
    Proven,
}
