namespace FelScanner.Core.Domain.Releases.Names;

/// <summary>What a word of a release name is about.</summary>
internal enum Tag : byte
{
    None,
    Number,
    Ordinal,
    Resolution,
    FourK,
    Source,
    Remux,
    Uhd,
    Disc,
    Complete,
    Hybrid,
    Dv,
    DvCodec,
    Profile,
    ProfileWord,
    Fel,
    Mel,
    Layers,
    BaseOnly,
    Hdr,
    Hdr10Plus,
    Hlg,
    Sdr,
    Codec,
    Audio,
    Atmos,
    Edition,
    EditionTail,
    Proper,
    Repack,
    Language,
    Service,
    Misc,
    Size,
    Container,
    Extras,
    Box,
    Episode,
    SeasonWord,
    SeriesWord,

    /// <summary>The first word of the group's name.</summary>
    Group,
}

/// <summary>Whether a known word may also be a word of a title.</summary>
internal enum Strength : byte
{
    Unknown,

    /// <summary>An attribute in the right place, a title word elsewhere ("Cam", "Hybrid", "French").</summary>
    Weak,

    /// <summary>Never a word of a title ("2160p", "x265").</summary>
    Strong,
}

/// <summary>The separators found before a word, all of them.</summary>
[Flags]
internal enum Gap : ushort
{
    None = 0,
    Space = 1,
    Dot = 2,
    Underscore = 4,
    Hyphen = 8,
    Plus = 16,
    Slash = 32,
    Bracket = 64,
    And = 128,
    Other = 256,
}

/// <summary>Further facts that one word carries ("BDRemux" is a source and a remux).</summary>
[Flags]
internal enum Facts : ushort
{
    None = 0,
    Remux = 1,
    Uhd = 2,
    Disc = 4,
    Encode = 8,
    Atmos = 16,
    Mp4 = 32,
    NotFilm = 64,

    /// <summary>An edition word that proves nothing before the year ("Anniversary", "Ultimate").</summary>
    Loose = 128,

    /// <summary>Takes the number of channels as a suffix ("DDP5", "TrueHD7").</summary>
    Digits = 256,
}

/// <summary>One word of a release name: a slice of the text and what it was recognised as.</summary>
internal struct Token
{
    public int Start;
    public int End;

    /// <summary>Its value when it is all digits (at most six), else -1.</summary>
    public int Number;

    public Gap Before;
    public Facts Facts;

    /// <summary>The number of the innermost bracket it stands in; 0 outside of any.</summary>
    public ushort Bracket;

    public Tag Tag;
    public Strength Strength;
    public byte Value;

    /// <summary>The second or a further word of a compound ("HD" of "DTS-HD").</summary>
    public bool Joined;

    /// <summary>A plus sign follows without a gap ("HDR10+").</summary>
    public bool Plus;

    public readonly int Length => End - Start;

    public readonly bool Known => Strength != Strength.Unknown || Joined;

    public readonly bool Has(Gap gap) => (Before & gap) != 0;

    public readonly bool Has(Facts fact) => (Facts & fact) != 0;
}
