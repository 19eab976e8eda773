using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Requests in every state.</summary>
internal static class PreviewRequestRows
{
    public static List<DownloadRequest> Make(DateTimeOffset now) =>
    [
        Row("dune", 1, "Dune", 2021, RequestStatus.Pending, now.AddMinutes(-4)) with
        {
            TorrentTitle = "Dune.2021.2160p.UHD.BluRay.REMUX.DV.P7.FEL.HDR.HEVC.TrueHD.7.1.Atmos-FraMeSToR", Group = "FraMeSToR", Bytes = 78_400_000_000, Seeders = 41, Feed = "Prowlarr",
            Current = PreviewFilms.Quality(4, 24_100_000_000), Offered = Fel(78_400_000_000), UpgradeReason = "DV P5 → P7 FEL, told by the release", ExpiresAt = now.AddHours(23), OfferedAt = now.AddMinutes(-4),
        },
        Row("dune-2", 1, "Dune", 2021, RequestStatus.Pending, now.AddMinutes(-2)) with
        {
            CardId = "dune", TorrentTitle = "Dune.2021.2160p.UHD.BluRay.REMUX.DV.HEVC.TrueHD.7.1.Atmos-CiNEPHiLES", Group = "CiNEPHiLES", Bytes = 74_000_000_000, Seeders = 12, Feed = "iptorrents",
            Current = PreviewFilms.Quality(4, 24_100_000_000), Offered = PreviewFilms.Quality(1, 74_000_000_000), UpgradeReason = "DV P5 → P7, perhaps FEL", ExpiresAt = now.AddHours(23), OfferedAt = now.AddMinutes(-2),
        },
        Row("blade", 2, "Blade Runner 2049", 2017, RequestStatus.Pending, now.AddMinutes(-31)) with
        {
            Group = "CiNEPHiLES", Bytes = 71_900_000_000, Seeders = 18, Feed = "Prowlarr", Current = PreviewFilms.Quality(2, 66_000_000_000), Offered = Fel(71_900_000_000) with { Remux = false },
            UpgradeReason = "DV P7 MEL → P7 FEL. Your copy's layer is proven minimal", ExpiresAt = now.AddHours(21), OfferedAt = now.AddHours(-3),
        },
        Row("heat", 3, "Heat", 1995, RequestStatus.Pending, now.AddHours(-19)) with
        {
            Group = "126811", Bytes = 74_000_000_000, Seeders = 9, Feed = "iptorrents", Current = PreviewFilms.Quality(6, 58_200_000_000),
            Offered = new PictureAndSound { Resolution = Resolution.P2160, DolbyVision = true, Profile = 7, Evidence = Evidence.Inferred, Hdr = HdrKind.Hdr10Plus, Audio = "dts-hd-ma", Bytes = 74_000_000_000 },
            UpgradeReason = "HDR10 → DV P7, perhaps FEL", ExpiresAt = now.AddHours(5), OfferedAt = now.AddHours(-19), QualityType = "dv",
            Warnings = ["The name does not tell the layer. It will be read from the file after the first megabytes; you can stop it then.", "Loses HDR10+."],
            Costs = ["Loses HDR10+."],
        },
        Row("strange", 14, "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb", 1964, RequestStatus.Queued, now.AddHours(-2)),
        Row("wadjda", 15, "وجدة", 2012, RequestStatus.Queued, now.AddHours(-3)) with { SnoozedUntil = now.AddHours(18) },
        Row("inter", 4, "Interstellar", 2014, RequestStatus.Downloading, now.AddHours(-1)) with { ArrivedLayer = EnhancementLayer.Fel, LayerProven = true, DecidedAt = now.AddMinutes(-22), DecidedBy = "Kim", DecidedIn = "telegram", ProbeReason = "NLQ offsets are not zero in 24 of 24 RPUs", TorrentHash = "6b1d0c5a6f2d7c1b9e0f4a3c2b1d0e9f8a7b6c5d" },
        Row("sicario", 5, "Sicario", 2015, RequestStatus.Downloading, now.AddHours(-2)) with { DecidedAt = now.AddHours(-2), DecidedBy = "Kim", DecidedIn = "web" },
        Row("mad", 11, "Mad Max: Fury Road", 2015, RequestStatus.Downloading, now.AddHours(-2)) with { ArrivedLayer = EnhancementLayer.Mel, AskedToStop = true, DecidedAt = now.AddHours(-2), DecidedBy = "Kim", DecidedIn = "web", ProbeReason = "no residual in any of the first 24 RPUs" },
        Row("oppen", 6, "Oppenheimer", 2023, RequestStatus.Completed, now.AddHours(-9)) with { ArrivedLayer = EnhancementLayer.Fel, LayerProven = true, CompletedAt = now.AddMinutes(-9), DecidedAt = now.AddHours(-8), DecidedBy = "Kim", DecidedIn = "telegram", DecisionReason = "arrived beside your P8 copy" },
        Row("arrival", 10, "Arrival", 2016, RequestStatus.Declined, now.AddDays(-1)) with { DecidedAt = now.AddDays(-1), DecidedBy = "Alex", DecidedIn = "web" },
        Row("alien", 9, "Alien", 1979, RequestStatus.Expired, now.AddDays(-3)) with { DecidedAt = now.AddDays(-2), DecidedIn = "system" },
        Row("waltz", 16, "ואלס עם באשיר", 2008, RequestStatus.Failed, now.AddDays(-4)) with { DecidedAt = now.AddDays(-4), DecidedBy = "Kim", DecidedIn = "telegram", Error = "The torrent holds an executable file and was refused." },
    ];

    public static IReadOnlyList<ActiveDownload> Downloads(List<DownloadRequest> requests) =>
    [
        new(requests.Find(request => request.RequestId == "inter")!, Torrent("inter", "downloading", 0.64, 48_900_000_000, 76_400_000_000, 58_100_000, 37, 480), null, null),
        new(requests.Find(request => request.RequestId == "sicario")!, Torrent("sicario", "stalledDL", 0.03, 2_100_000_000, 69_000_000_000, 0, 0, null), "no seed for 6 min", "Wait, or stop it and choose another release."),
        new(requests.Find(request => request.RequestId == "mad")!, Torrent("mad", "downloading", 0.08, 5_100_000_000, 62_000_000_000, 3_300_000, 6, 17_000), null, null),
    ];

    public static TorrentState Torrent(string name, string state, double progress, long done, long size, long speed, int seeds, long? eta) => new()
    {
        Hash = name,
        Name = name,
        State = state,
        Progress = progress,
        Downloaded = done,
        Size = size,
        DownloadSpeed = speed,
        Seeds = seeds,
        Eta = eta,
        SavePath = $"/data/movies/{name}",
    };

    private static PictureAndSound Fel(long bytes) => PreviewFilms.Quality(0, bytes) with { Evidence = Evidence.Told };

    private static DownloadRequest Row(string id, long filmId, string title, int year, RequestStatus status, DateTimeOffset created) => new()
    {
        RequestId = id,
        CardId = id,
        Status = status,
        ReleaseId = filmId,
        FilmId = filmId,
        MovieTitle = title,
        Year = year,
        TorrentTitle = $"{title.Replace(' ', '.')}.{year}.2160p.UHD.BluRay.REMUX.DV.HEVC-GROUP",
        Feed = "Prowlarr",
        Group = "GROUP",
        Bytes = 69_000_000_000,
        Seeders = 20,
        QualityType = "fel",
        Current = PreviewFilms.Quality(3, 21_000_000_000),
        Offered = Fel(69_000_000_000),
        UpgradeReason = "DV P8 → P7 FEL",
        TargetFolder = $"/movies/{title} ({year})",
        CreatedAt = created,
        OfferedAt = created,
    };
}
