namespace FelScanner.Core.Storage;

/// <summary>What a film's best copy is, worst first. The numbers are stored.</summary>
internal enum FilmKind
{
    Other = 0,
    Sdr = 10,
    Hlg = 20,
    Hdr10 = 30,
    Hdr10Plus = 40,

    /// <summary>Dolby Vision of another or unknown profile.</summary>
    OtherDolbyVision = 50,
    P5 = 60,
    P8 = 70,
    Mel = 80,

    /// <summary>Profile 7 whose layer nobody knows.</summary>
    MaybeFel = 90,

    /// <summary>Told or marked.</summary>
    Fel = 100,
    FelProven = 110,
}
