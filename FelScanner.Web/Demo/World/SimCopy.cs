namespace FelScanner.Web.Demo.World;

/// <summary>The picture of a simulated file, as it truly is.</summary>
public enum SimPicture
{
    Sdr,
    Hdr10,
    Hdr10Plus,
    Hlg,
    P5,
    P8,
    P7Mel,
    P7Fel,
}

/// <summary>The main sound track of a simulated file.</summary>
public enum SimSound
{
    Aac,
    Dd,
    Ddp,
    DdpAtmos,
    Dts,
    DtsHdMa,
    DtsX,
    TrueHd,
    TrueHdAtmos,
}

/// <summary>One file of a film, as it truly is: the services show of it what the real ones would.</summary>
public sealed record SimCopy
{
    public required int Id { get; init; }

    /// <summary>The file's name inside the film's folder.</summary>
    public required string FileName { get; init; }
    public required long Bytes { get; init; }
    public SimPicture Picture { get; init; }
    public SimSound Sound { get; init; }

    /// <summary>Lines of picture: 2160, 1080, 720, 576.</summary>
    public int Lines { get; init; } = 2160;
    public string VideoCodec { get; init; } = "hevc";

    /// <summary>The key of the Plex library that holds it.</summary>
    public string Section { get; init; } = "1";

    /// <summary>False: Plex has not looked into the file yet.</summary>
    public bool Analysed { get; init; } = true;

    /// <summary>True: a version that Plex made itself for small devices.</summary>
    public bool Optimised { get; init; }

    /// <summary>False: the title of the Atmos track does not say Atmos.</summary>
    public bool AtmosTitled { get; init; } = true;

    /// <summary>When it came, seconds since 1970; 0 = with the library's beginning.</summary>
    public long AddedAt { get; init; }

    public bool IsDolbyVision => Picture is SimPicture.P5 or SimPicture.P8 or SimPicture.P7Mel or SimPicture.P7Fel;

    public bool IsAtmos => Sound is SimSound.DdpAtmos or SimSound.TrueHdAtmos;
}
