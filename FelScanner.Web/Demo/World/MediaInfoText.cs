namespace FelScanner.Web.Demo.World;

/// <summary>The MediaInfo block that uploaders paste into descriptions.</summary>
public static class MediaInfoText
{
    /// <summary>The lines that MediaInfo writes for such a file: profile 7 as dvhe.07 with BL+EL+RPU, never which layer.</summary>
    public static string For(string fileName, SimPicture picture, SimSound sound, long bytes)
    {
        var hdr = picture switch
        {
            SimPicture.P7Fel or SimPicture.P7Mel => "Dolby Vision, Version 1.0, dvhe.07.06, BL+EL+RPU, Blu-ray compatible / SMPTE ST 2086, HDR10 compatible",
            SimPicture.P8 => "Dolby Vision, Version 1.0, dvhe.08.06, BL+RPU, HDR10 compatible / SMPTE ST 2086, HDR10 compatible",
            SimPicture.P5 => "Dolby Vision, Version 1.0, dvhe.05.06, BL+RPU",
            SimPicture.Hdr10Plus => "SMPTE ST 2094 App 4, Version 1, HDR10+ Profile B compatible",
            SimPicture.Hdr10 => "SMPTE ST 2086, HDR10 compatible",
            _ => "",
        };
        var audio = sound switch
        {
            SimSound.TrueHdAtmos => "MLP FBA 16-ch\nCommercial name                          : Dolby TrueHD with Dolby Atmos",
            SimSound.DdpAtmos => "E-AC-3 JOC\nCommercial name                          : Dolby Digital Plus with Dolby Atmos",
            SimSound.DtsX => "DTS XLL X\nCommercial name                          : DTS-HD MA + DTS:X",
            SimSound.DtsHdMa => "DTS XLL\nCommercial name                          : DTS-HD Master Audio",
            SimSound.TrueHd => "MLP FBA\nCommercial name                          : Dolby TrueHD",
            _ => "E-AC-3\nCommercial name                          : Dolby Digital Plus",
        };
        var hdrLine = hdr.Length == 0 ? "" : $"\nHDR format                               : {hdr}";
        return $"""
            General
            Complete name                            : {fileName}.mkv
            Format                                   : Matroska
            File size                                : {(bytes / (double)(1L << 30)).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} GiB

            Video
            Format                                   : HEVC
            Format profile                           : Main 10@L5.1@High{hdrLine}
            Width                                    : 3 840 pixels
            Height                                   : 2 160 pixels

            Audio
            Format                                   : {audio}
            """;
    }
}
