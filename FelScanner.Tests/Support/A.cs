using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Tests.Support;

/// <summary>The object mother: believable things, with arguments only for what a test is about.</summary>
internal static class A
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static PictureAndSound Quality(
        Resolution resolution = Resolution.P2160, int? profile = null, EnhancementLayer layer = EnhancementLayer.Unknown, Evidence evidence = Evidence.None,
        HdrKind hdr = HdrKind.Hdr10, string? audio = "truehd", bool? atmos = false, long? bytes = 60_000_000_000, bool? dolbyVision = null) => new()
        {
            Resolution = resolution,
            DolbyVision = dolbyVision ?? profile is not null,
            Profile = profile,
            Layer = layer,
            Evidence = evidence,
            Hdr = hdr,
            Audio = audio,
            Atmos = atmos,
            Source = "bluray",
            Remux = true,
            Bytes = bytes,
        };

    public static Copy Copy(PictureAndSound? quality = null, string? path = "/media/Dune (2021)/Dune.mkv", string? mediaId = "m1", bool analysed = true, string library = "Movies") => new()
    {
        Quality = quality ?? Quality(),
        Path = path,
        MediaId = mediaId,
        Analysed = analysed,
        Library = library,
        BitrateKbps = 80_000,
        VideoCodec = "hevc",
        Container = "mkv",
        Width = 3840,
        Height = 2160,
        AudioTracks = ["English (TRUEHD 7.1)"],
    };

    public static Film Film(string title = "Dune", int? year = 2021, int? tmdbId = 438631, string? imdbId = "tt1160419", params IReadOnlyList<Copy> copies) => new()
    {
        Title = title,
        Year = year,
        TmdbId = tmdbId,
        ImdbId = imdbId,
        Copies = copies.Count > 0 ? copies : [Copy()],
        AddedAt = Noon,
    };

    public static PlexFilm PlexFilm(string key = "100", Film? film = null, string section = "1", string fingerprint = "f1") =>
        new(key, section, fingerprint, film ?? Film());

    public static Release Release(
        string name = "Dune.2021.2160p.UHD.BluRay.REMUX.DV.HDR.TrueHD.7.1.Atmos.FEL-GRP", string feed = "iptorrents", string? feedId = null, string? hash = null,
        long? bytes = 70_000_000_000, string? url = "https://tracker.example/download/1/a.torrent?torrent_pass=topsecretpass", int? seeders = 12) => new()
        {
            Name = name,
            Feed = feed,
            FeedId = feedId,
            InfoHash = hash,
            Bytes = bytes,
            Url = url,
            Seeders = seeders,
            FirstSeen = Noon,
            LastSeen = Noon,
        };

    public static Verdict Verdict(VerdictKind kind = VerdictKind.Notify, string reason = "DV P5 → P7 FEL") => new()
    {
        Kind = kind,
        Rule = kind == VerdictKind.Notify ? "notify_fel_from_p5" : null,
        Reason = reason,
        Warnings = ["Layer only claimed"],
        Trace = [new TraceStep("notify_fel_from_p5", RuleOutcome.Accept, reason)],
    };

    public static JudgedRelease Judged(Release release, VerdictKind kind = VerdictKind.Notify, long? filmId = null, bool available = false, bool judgeAgain = false) => new()
    {
        Release = release,
        Parsed = new ParsedName { Name = release.Name, Title = "Dune", Year = 2021, Resolution = Resolution.P2160, Dv = true, Fel = true },
        Offered = Quality(profile: 7, layer: EnhancementLayer.Fel, evidence: Evidence.Told),
        FilmId = filmId,
        FilmTitle = filmId is null ? null : "Dune",
        Verdict = Verdict(kind),
        JudgedAt = Noon,
        Available = available,
        JudgeAgain = judgeAgain,
    };

    public static DownloadRequest Request(
        string id = "r1", RequestStatus status = RequestStatus.Pending, string? cardId = null, long releaseId = 0, string title = "Dune", long? filmId = null,
        DateTimeOffset? createdAt = null, string? url = "https://tracker.example/download/1/a.torrent?torrent_pass=topsecretpass") => new()
        {
            RequestId = id,
            CardId = cardId ?? id,
            Status = status,
            ReleaseId = releaseId,
            FilmId = filmId,
            MovieTitle = title,
            Year = 2021,
            TmdbId = 438631,
            TorrentTitle = $"{title}.2021.2160p.UHD.BluRay.REMUX.DV.FEL-GRP",
            TorrentUrl = url,
            Feed = "iptorrents",
            Group = "GRP",
            Bytes = 70_000_000_000,
            Seeders = 12,
            QualityType = "fel",
            Current = Quality(profile: 5),
            Offered = Quality(profile: 7, layer: EnhancementLayer.Fel, evidence: Evidence.Told),
            UpgradeReason = "DV P5 → P7 FEL",
            Warnings = ["Layer only claimed"],
            TargetFolder = "/media/Dune (2021)",
            CreatedAt = createdAt ?? Noon,
            OfferedAt = createdAt ?? Noon,
            ExpiresAt = (createdAt ?? Noon).AddHours(24),
        };

    public static ActivityEntry Activity(string kind = "offered", string? requestId = "r1", long? filmId = null) =>
        new(kind, "Ada", "telegram", $"Ada {kind} Dune.", requestId, filmId, At: Noon);

    /// <summary>An approval as the workflow asks for it.</summary>
    public static RequestStep Approval(string id = "r1", string by = "Ada") => new()
    {
        RequestId = id,
        From = [RequestStatus.Pending],
        To = RequestStatus.Approved,
        Change = request => request with { DecidedBy = by, DecidedIn = "telegram", DecidedAt = Noon.AddMinutes(1), ApprovedAt = Noon.AddMinutes(1) },
        Outbox = [new OutboxItem(OutboxKind.Card, id)],
        Activity = Activity("approved", id),
    };

    /// <summary>A step without any change but the status.</summary>
    public static RequestStep Step(RequestStatus from, RequestStatus to, string id = "r1", Func<DownloadRequest, DownloadRequest>? change = null) =>
        new() { RequestId = id, From = [from], To = to, Change = change };
}
