using System.Globalization;
using System.Text;

namespace FelScanner.Web.Demo.World;

/// <summary>Names releases as their groups do.</summary>
internal static class ReleaseNames
{
    /// <summary>The title with dots, in plain letters.</summary>
    public static string Dotted(string title)
    {
        var dotted = new StringBuilder(title.Length);
        foreach (var c in title.Replace('³', '3').Replace('·', '-').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '-')
                dotted.Append(c);
            else if (c == '&')
                dotted.Append("and");
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '\'' && dotted.Length > 0 && dotted[^1] != '.')
                dotted.Append('.');
        }
        return dotted.ToString().Trim('.').Replace(".-.", ".", StringComparison.Ordinal);
    }

    /// <summary>A UHD remux with profile 7; <paramref name="told"/> is "P7.FEL.", "P7.MEL.", "P7." or "" where the name keeps silent.</summary>
    public static string Remux(string title, int year, string told, string group) => told.Length == 0
        ? $"{Dotted(title)}.{year.ToInvariant()}.UHD.BluRay.2160p.TrueHD.Atmos.7.1.DV.HEVC.REMUX-{group}"
        : $"{Dotted(title)}.{year.ToInvariant()}.2160p.UHD.BluRay.REMUX.DV.{told}HDR.HEVC.TrueHD.Atmos.7.1-{group}";

    public static string Of(string title, int year, SimPicture picture, string group)
    {
        var start = $"{Dotted(title)}.{year.ToInvariant()}";
        return picture switch
        {
            SimPicture.P7Fel => Remux(title, year, "P7.FEL.", group),
            SimPicture.P7Mel => Remux(title, year, "P7.MEL.", group),
            SimPicture.P8 => $"{start}.2160p.AMZN.WEB-DL.DDP5.1.Atmos.DV.HDR.H.265-{group}",
            SimPicture.P5 => $"{start}.2160p.NF.WEB-DL.DDP5.1.Atmos.DV.H.265-{group}",
            SimPicture.Hdr10Plus => $"{start}.2160p.iT.WEB-DL.DDP5.1.HDR10+.H.265-{group}",
            SimPicture.Hdr10 => $"{start}.2160p.UHD.BluRay.x265.10bit.HDR.TrueHD.7.1-{group}",
            SimPicture.Hlg => $"{start}.2160p.HDTV.HLG.HEVC.DD5.1-{group}",
            _ => $"{start}.1080p.BluRay.x264.DTS-HD.MA.5.1-{group}",
        };
    }
}
