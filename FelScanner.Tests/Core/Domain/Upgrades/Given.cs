using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Tests.Core.Domain.Upgrades;

/// <summary>Copies, releases and verdicts as the rules' tests need them.</summary>
public static class Given
{
    public const string Fel = "Movie 2021 2160p UHD BluRay REMUX DV P7 FEL HDR10 HEVC TrueHD 7.1 Atmos-GRP";
    public const string FelWithoutAtmos = "Movie 2021 2160p UHD BluRay REMUX DV P7 FEL HDR10 HEVC DTS-HD MA 5.1-GRP";
    public const string PerhapsFel = "Movie 2021 2160p UHD BluRay REMUX DV HDR10 HEVC DTS-HD MA 5.1-GRP";
    public const string Mel = "Movie 2021 2160p UHD BluRay REMUX DV P7 MEL HDR10 HEVC DTS-HD MA 5.1-GRP";
    public const string P8 = "Movie 2021 2160p WEB-DL DV P8 HDR10 H265 DDP5.1-GRP";
    public const string P8WithAtmos = "Movie 2021 2160p WEB-DL DV P8 HDR10 H265 DDP5.1 Atmos-GRP";
    public const string P5 = "Movie 2021 2160p WEB-DL DV P5 H265 DDP5.1-GRP";
    public const string Hdr10 = "Movie 2021 2160p WEB-DL HDR10 H265 DDP5.1-GRP";
    public const string Sdr2160 = "Movie 2021 2160p WEB-DL SDR H265 DDP5.1-GRP";
    public const string Sdr1080 = "Movie 2021 1080p WEB-DL H264 DDP5.1-GRP";

    public static PictureAndSound Copy(
        int? profile = null,
        EnhancementLayer layer = EnhancementLayer.Unknown,
        HdrKind hdr = HdrKind.Hdr10,
        bool? atmos = false,
        string? audio = "ddp",
        Resolution resolution = Resolution.P2160,
        Evidence? evidence = null) => new()
        {
            Resolution = resolution,
            DolbyVision = profile is not null,
            Profile = profile,
            Layer = layer,
            Evidence = evidence ?? (layer is EnhancementLayer.Fel or EnhancementLayer.Mel ? Evidence.Proven : profile == 7 ? Evidence.Plex : Evidence.None),
            Hdr = hdr,
            Audio = audio,
            Atmos = atmos,
        };

    public static PictureAndSound OwnedFel(bool? atmos = true) => Copy(7, EnhancementLayer.Fel, atmos: atmos, audio: "truehd");

    public static PictureAndSound OwnedMel(bool? atmos = false) => Copy(7, EnhancementLayer.Mel, atmos: atmos);

    public static PictureAndSound OwnedP7(bool? atmos = false) => Copy(7, atmos: atmos);

    public static PictureAndSound OwnedP8(bool? atmos = false) => Copy(8, EnhancementLayer.None, atmos: atmos);

    public static PictureAndSound OwnedP5(bool? atmos = false) => Copy(5, EnhancementLayer.None, HdrKind.Unknown, atmos);

    public static PictureAndSound OwnedHdr10(bool? atmos = false) => Copy(atmos: atmos);

    public static PictureAndSound OwnedSdr(Resolution resolution, bool? atmos = false) => Copy(hdr: HdrKind.Sdr, resolution: resolution, atmos: atmos);

    public static UpgradeQuestion Question(string release, NotificationRules? rules, params IEnumerable<PictureAndSound> owned)
    {
        var name = ReleaseNameParser.Parse(release);
        return new UpgradeQuestion
        {
            Name = name,
            Offered = ReleaseEvidence.Read(name, null, null, null),
            Match = new FilmMatch.One(new Film { Id = 1, Title = "Movie", Year = 2021, Copies = [.. owned.Select(quality => new Copy { Quality = quality })] }, YearApart: false),
            Rules = rules ?? new NotificationRules(),
        };
    }

    public static Verdict Judge(string release, params IEnumerable<PictureAndSound> owned) => UpgradeDetector.Judge(Question(release, null, owned));

    public static Verdict Judge(string release, NotificationRules rules, params IEnumerable<PictureAndSound> owned) => UpgradeDetector.Judge(Question(release, rules, owned));

    public static Verdict JudgeNotOwned(string release, NotificationRules rules) => UpgradeDetector.Judge(Question(release, rules) with { Match = new FilmMatch.None() });
}
