using FelScanner.Core.Ports;

namespace FelScanner.Web.Live.Dashboard;

/// <summary>One kind of film in the library's ring. <paramref name="Filter"/> is the library page's word for it.</summary>
public sealed record RingSlice(string Name, int Count, string Kind, string Filter)
{
    public static IReadOnlyList<RingSlice> Of(LibraryCounts counts)
    {
        RingSlice[] all =
        [
            new("FEL proven", counts.FelProven, "fel", "fel_proven"),
            new("FEL told", Math.Max(0, counts.Fel - counts.FelProven), "told", "fel_told"),
            new("P7, layer?", counts.MaybeFel, "maybe", "maybe_fel"),
            new("P7 MEL", counts.Mel, "mel", "mel"),
            new("P8", counts.P8, "p8", "p8"),
            new("P5", counts.P5, "p5", "p5"),
            new("HDR10+", counts.Hdr10Plus, "hdr10plus", "hdr10plus"),
            new("HDR10", counts.Hdr10, "hdr", "hdr10"),
            new("SDR", counts.Sdr, "sdr", "sdr"),
            new("Other", counts.Other, "other", "other"),
        ];
        return [.. all.Where(slice => slice.Count > 0)];
    }
}
