using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Domain.Upgrades;

/// <summary>What a person should know before pressing the button. Warnings never decide.</summary>
internal static class UpgradeWarnings
{
    private const string ReEncode = "A re-encode that claims FEL: it cannot have one.";
    private const long Gibibyte = 1L << 30;

    /// <summary>Remuxes of a feature film are seldom smaller.</summary>
    private const long SmallRemux2160 = 25 * Gibibyte;
    private const long SmallRemux1080 = 8 * Gibibyte;

    public static IReadOnlyList<string> Of(UpgradeCase upgrade) => [.. Loss(upgrade), .. Doubt(upgrade)];

    /// <summary>Those of them that cost something the owner has now, or bring a picture that was encoded again.</summary>
    public static IReadOnlyList<string> CostsOf(UpgradeCase upgrade) => [.. Loss(upgrade), .. Doubt(upgrade).Where(warning => warning == ReEncode)];

    private static IEnumerable<string> Loss(UpgradeCase upgrade)
    {
        var offered = upgrade.Offered;
        if (offered.Atmos != true && upgrade.Owned.Any(copy => copy.Atmos == true))
            yield return "Loses Atmos.";
        if (offered.Hdr != HdrKind.Hdr10Plus && upgrade.Owned.Any(copy => copy.Hdr == HdrKind.Hdr10Plus))
            yield return "Loses HDR10+.";
        if (offered is { DolbyVision: true, Profile: 5 or 4 } && upgrade.Best is { } best && HasFallback(best))
            yield return "Loses the HDR10 fallback for players without Dolby Vision.";
        if (offered.Source is "webdl" or "webrip" && upgrade.Owned.Any(copy => copy.Remux || copy.Source == "bluray"))
            yield return "A WEB source, where a disc copy is owned.";
    }

    private static IEnumerable<string> Doubt(UpgradeCase upgrade)
    {
        if (ReleaseEvidence.ClaimsTheImpossible(upgrade.Name))
            yield return upgrade.Name.ReEncode ? ReEncode : "A WEB source that claims FEL: it cannot have one.";
        else if (upgrade.Offered is { IsProfile7: true, Evidence: Evidence.Told })
            yield return "The layer is only claimed.";
        if (IsSmallRemux(upgrade.Offered))
            yield return "Smaller than usual for a remux.";
        if (upgrade.Question.Match is FilmMatch.One { YearApart: true })
            yield return "The year differs by one.";
    }

    private static bool HasFallback(PictureAndSound copy) => copy switch
    {
        { DolbyVision: true, Profile: 7 } => true,
        { DolbyVision: true, Profile: 8 } => copy.CompatibilityId is null or 1,
        _ => copy.Hdr is HdrKind.Hdr10 or HdrKind.Hdr10Plus,
    };

    private static bool IsSmallRemux(PictureAndSound offered) => offered is { Remux: true, Bytes: > 0 } && offered.Resolution switch
    {
        Resolution.P2160 => offered.Bytes < SmallRemux2160,
        Resolution.P1080 => offered.Bytes < SmallRemux1080,
        _ => false,
    };
}
