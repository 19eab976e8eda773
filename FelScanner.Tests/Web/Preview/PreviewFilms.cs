using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Tests.Web.Preview;

/// <summary>A library with every kind of copy, long and right-to-left titles, and a thousand rows.</summary>
internal static class PreviewFilms
{
    private static readonly DateTimeOffset Long = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly (string Title, int Year)[] Known =
    [
        ("Dune", 2021), ("Blade Runner 2049", 2017), ("Heat", 1995), ("Interstellar", 2014), ("Sicario", 2015), ("Oppenheimer", 2023),
        ("Tenet", 2020), ("The Batman", 2022), ("Alien", 1979), ("Arrival", 2016), ("Mad Max: Fury Road", 2015), ("No Country for Old Men", 2007),
        ("The Lord of the Rings: The Fellowship of the Ring", 2001), ("Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb", 1964),
        ("وجدة", 2012), ("ואלס עם באשיר", 2008), ("千と千尋の神隠し", 2001), ("Amélie", 2001), ("1917", 2019), ("Se7en", 1995),
    ];

    public static PictureAndSound Quality(int kind, long bytes) => kind switch
    {
        0 => new() { Resolution = Resolution.P2160, DolbyVision = true, Profile = 7, Layer = EnhancementLayer.Fel, Evidence = Evidence.Proven, Hdr = HdrKind.Hdr10, Audio = "truehd", Atmos = true, Remux = true, Bytes = bytes },
        1 => new() { Resolution = Resolution.P2160, DolbyVision = true, Profile = 7, Layer = EnhancementLayer.Unknown, Evidence = Evidence.Plex, Hdr = HdrKind.Hdr10, Audio = "truehd", Atmos = true, Remux = true, Bytes = bytes },
        2 => new() { Resolution = Resolution.P2160, DolbyVision = true, Profile = 7, Layer = EnhancementLayer.Mel, Evidence = Evidence.Proven, Hdr = HdrKind.Hdr10, Audio = "truehd", Atmos = true, Bytes = bytes },
        3 => new() { Resolution = Resolution.P2160, DolbyVision = true, Profile = 8, CompatibilityId = 1, Hdr = HdrKind.Hdr10, Audio = "ddp", Atmos = true, Source = "webdl", Bytes = bytes },
        4 => new() { Resolution = Resolution.P2160, DolbyVision = true, Profile = 5, Audio = "ddp", Atmos = true, Source = "webdl", Bytes = bytes },
        5 => new() { Resolution = Resolution.P2160, DolbyVision = false, Hdr = HdrKind.Hdr10Plus, Audio = "dts-hd-ma", Atmos = false, Bytes = bytes },
        6 => new() { Resolution = Resolution.P2160, DolbyVision = false, Hdr = HdrKind.Hdr10, Audio = "dts-hd-ma", Atmos = false, Bytes = bytes },
        _ => new() { Resolution = Resolution.P1080, DolbyVision = false, Hdr = HdrKind.Sdr, Audio = "dts", Atmos = false, Source = "bluray", Bytes = bytes },
    };

    public static IReadOnlyList<Film> Make(int count) => [.. Enumerable.Range(0, count).Select(One)];

    private static Film One(int index)
    {
        var (title, year) = index < Known.Length ? Known[index] : ($"{Known[index % Known.Length].Title} {index}", 1950 + index % 75);
        var kind = index switch { 0 => 4, 1 => 2, 2 => 6, 3 => 3, 5 => 0, 6 => 0, _ => index % 8 };
        var copies = new List<Copy> { Copy(index * 10 + 1, title, year, kind, 24_100_000_000 + index * 37_000_000L) };
        if (index % 5 == 0)
            copies.Add(Copy(index * 10 + 2, title, year, 7, 9_400_000_000));
        return new Film { Id = index + 1, Title = title, Year = year, TmdbId = 400 + index, ImdbId = $"tt{1000000 + index}", Copies = copies, OtherTitles = index == 18 ? ["Le Fabuleux Destin d'Amélie Poulain"] : [] };
    }

    private static Copy Copy(long id, string title, int year, int kind, long bytes) => new()
    {
        Id = id,
        Quality = Quality(kind, bytes),
        Path = $"/movies/{title} ({year})/{title.Replace(' ', '.')}.{year}.2160p.mkv",
        Library = "Movies",
        BitrateKbps = (int)(bytes / 900_000),
        VideoCodec = kind == 7 ? "h264" : "hevc",
        Container = "mkv",
        Width = kind == 7 ? 1920 : 3840,
        Height = kind == 7 ? 1080 : 1608,
        AudioTracks = kind < 4 ? ["English (TRUEHD 7.1)", "English (AC3 5.1)", "Deutsch (EAC3 5.1)"] : ["English (DTS-HD MA 5.1)"],
        Notes = kind switch
        {
            0 => [new EvidenceNote(Evidence.Proven, EnhancementLayer.Fel, 7, "this program", "every RPU carries a residual: NLQ offsets are not zero", Long), new EvidenceNote(Evidence.Plex, EnhancementLayer.Unknown, 7, "Plex", "DOVIProfile=7, DOVIELPresent=1", Long)],
            2 => [new EvidenceNote(Evidence.Proven, EnhancementLayer.Mel, 7, "this program", "no residual in any of 24 RPUs", Long)],
            1 => [new EvidenceNote(Evidence.Plex, EnhancementLayer.Unknown, 7, "Plex", "DOVIProfile=7, DOVIELPresent=1", Long)],
            _ => [],
        },
    };
}
