namespace FelScanner.Core.Domain.DolbyVision.Mp4;

/// <summary>The four-character codes that matter (ISO/IEC 14496-12 and -15, and Dolby's additions).</summary>
internal static class Mp4Types
{
    public const uint Ftyp = 0x66747970;
    public const uint Styp = 0x73747970;
    public const uint Moov = 0x6D6F6F76;
    public const uint Moof = 0x6D6F6F66;
    public const uint Mdat = 0x6D646174;
    public const uint Free = 0x66726565;
    public const uint Skip = 0x736B6970;
    public const uint Wide = 0x77696465;
    public const uint Uuid = 0x75756964;
    public const uint Pdin = 0x7064696E;
    public const uint Sidx = 0x73696478;
    public const uint Trak = 0x7472616B;
    public const uint Tkhd = 0x746B6864;
    public const uint Mdia = 0x6D646961;
    public const uint Hdlr = 0x68646C72;
    public const uint Minf = 0x6D696E66;
    public const uint Stbl = 0x7374626C;
    public const uint Stsd = 0x73747364;
    public const uint Stsz = 0x7374737A;
    public const uint Stz2 = 0x73747A32;
    public const uint Stsc = 0x73747363;
    public const uint Stco = 0x7374636F;
    public const uint Co64 = 0x636F3634;
    public const uint Mvex = 0x6D766578;
    public const uint Trex = 0x74726578;
    public const uint Traf = 0x74726166;
    public const uint Tfhd = 0x74666864;
    public const uint Trun = 0x7472756E;
    public const uint Mfhd = 0x6D666864;
    public const uint HevcConfiguration = 0x68766343;
    public const uint DolbyVisionConfiguration = 0x64766343;
    public const uint DolbyVisionConfiguration8 = 0x64767643;
    public const uint DolbyVisionConfiguration10 = 0x64767743;
    public const uint Hvc1 = 0x68766331;
    public const uint Hev1 = 0x68657631;
    public const uint Dvh1 = 0x64766831;
    public const uint Dvhe = 0x64766865;
    public const uint Encv = 0x656E6376;
    public const uint Vide = 0x76696465;
}
