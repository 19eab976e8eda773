using System.Globalization;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;
using FelScanner.Core.Ports;

namespace FelScanner.Tests.Web.Preview;

/// <summary>Releases with every verdict.</summary>
internal static class PreviewReleaseRows
{
    public static IReadOnlyList<JudgedRelease> Make(DateTimeOffset now) =>
    [
        Row(3, "Heat.1995.2160p.UHD.BluRay.REMUX.DV.HDR10+.DTS-HD.MA.5.1.HEVC-126811", "Heat", 1995, 3, VerdictKind.Notify, "HDR10 → DV P7, perhaps FEL", now.AddHours(-19)) with
        {
            RequestId = "heat",
            Verdict = new Verdict
            {
                Kind = VerdictKind.Notify, Rule = "notify_fel_from_hdr", Reason = "HDR10 → DV P7, perhaps FEL", Warnings = ["The name does not tell the layer."],
                Trace =
                [
                    new("not_a_film", RuleOutcome.Abstain, "A film, and it is in your library"), new("asked_before", RuleOutcome.Abstain, "Never asked before"), new("fel_owned", RuleOutcome.Abstain, "No copy has an enhancement layer"),
                    new("notify_fel_from_hdr", RuleOutcome.Accept, "Accepted: you own no Dolby Vision, this may be FEL"), new("blocked_group", RuleOutcome.Abstain, "Not the same quality, not a step down, group not blocked"), new("notify_atmos_with_dv_upgrade", RuleOutcome.Abstain, "Brings no Atmos"),
                ],
            },
        },
        Row(7, "Tenet.2020.2160p.UHD.BluRay.REMUX.DV.HDR.HEVC.TrueHD.5.1-FraMeSToR", "Tenet", 2020, 7, VerdictKind.Skip, "a copy is already FEL", now.AddHours(-2), "fel_owned"),
        Row(8, "The.Batman.2022.2160p.WEB-DL.DV.DDP5.1.Atmos.H.265-FLUX", "The Batman", 2022, 8, VerdictKind.Skip, "you own P8, this is P5", now.AddHours(-3)),
        Row(101, "Game.of.Thrones.S01.2160p.UHD.BluRay.REMUX.DV.P7.FEL.TrueHD.Atmos-GROUP", null, null, null, VerdictKind.Skip, "a season pack", now.AddHours(-3), "not_a_film") with { Parsed = new ParsedName { Name = "Game.of.Thrones.S01", Title = "Game of Thrones", Tv = true, Season = 1 } },
        Row(102, "Dune.2160p.UHD.BluRay.REMUX.DV.HEVC-GROUP", null, null, null, VerdictKind.Unsure, "no year, two films. Pick one", now.AddHours(-5), "unsure_film") with { Candidates = [1, 2] },
        Row(103, "Arrival.2016.2160p.UHD.BluRay.REMUX.DV.HEVC.DTS-HD.MA.7.1-GROUP", "Arrival", 2016, 10, VerdictKind.Error, "The film is not in Radarr, so there is no folder for it. Add it there; it is judged again by itself.", now.AddHours(-6)),
        Row(104, "Alien.1979.2160p.UHD.BluRay.REMUX.DV.P7.FEL.TrueHD.7.1.Atmos-FraMeSToR", "Alien", 1979, 9, VerdictKind.Notify, "DV P8 → P7 FEL, told by the release", now.AddDays(-3)) with { Available = true },
        Row(105, "1917.2019.2160p.UHD.BluRay.REMUX.DV.HEVC.TrueHD.7.1.Atmos-SURFINBIRD", "1917", 2019, 19, VerdictKind.Notify, "HDR10 → DV P7, perhaps FEL", now.AddDays(-3)) with { Available = true },
        .. Enumerable.Range(0, 220).Select(index => Row(
            200 + index, string.Create(CultureInfo.InvariantCulture, $"Some.Film.With.A.Rather.Long.Name.{1950 + index % 70}.2160p.WEB-DL.DV.HDR.DDP5.1.Atmos.H.265-GRP{index}"), $"Some Film {index}", 1950 + index % 70, 20 + index, VerdictKind.Skip, "P8 is not above your P8", now.AddHours(-8 - index))),
    ];

    private static JudgedRelease Row(long id, string name, string? film, int? year, long? filmId, VerdictKind kind, string reason, DateTimeOffset at, string? veto = null) => new()
    {
        Release = new Release { Id = id, Name = name, Feed = id % 3 == 0 ? "iptorrents" : "Prowlarr", Bytes = 60_000_000_000, Seeders = 12, FirstSeen = at, LastSeen = at, DetailsUrl = "https://tracker.test/t/1" },
        Parsed = new ParsedName { Name = name, Title = film ?? name.Split('.')[0], Year = year, Resolution = Resolution.P2160, Source = "bluray", Remux = true, Codec = "h265", Group = name.Split('-')[^1] },
        Offered = name.Contains("FEL", StringComparison.Ordinal) ? PreviewFilms.Quality(0, 0) with { Evidence = Evidence.Told } : name.Contains("WEB", StringComparison.Ordinal) ? PreviewFilms.Quality(3, 0) : PreviewFilms.Quality(1, 0) with { Evidence = Evidence.Inferred },
        FilmId = filmId,
        FilmTitle = film,
        FilmYear = year,
        FilmTmdbId = filmId is { } some ? 900 + (int)some : null,
        JudgedAt = at,
        Verdict = new Verdict { Kind = kind, Veto = veto, Reason = reason, Trace = [new TraceStep(veto ?? "notify_dv_profile_upgrades", veto is null ? RuleOutcome.Abstain : RuleOutcome.Reject, reason)] },
    };
}
