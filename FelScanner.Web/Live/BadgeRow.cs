using FelScanner.Core.Domain.Quality;

namespace FelScanner.Web.Live;

/// <summary>One badge as it is drawn: its words, its colour's class, whether it differs from what is owned, and what it means.</summary>
public sealed record BadgeView(string Text, string Look, bool Changed = false, string? Meaning = null);

/// <summary>The badges of a quality with the looks that the stylesheet knows.</summary>
public static class BadgeRow
{
    /// <summary>What differs from <paramref name="beside"/> is marked; nothing is when there is nothing beside.</summary>
    public static IReadOnlyList<BadgeView> Of(PictureAndSound? quality, PictureAndSound? beside = null)
    {
        if (quality is null)
            return [];
        var owned = beside is null ? [] : QualityBadges.Of(beside).Select(badge => badge.Text).ToHashSet(StringComparer.Ordinal);
        return [.. QualityBadges.Of(quality).Select(badge => new BadgeView(badge.Text, LookOf(badge.Kind), beside is not null && !owned.Contains(badge.Text), MeaningOf(badge.Kind)))];
    }

    public static string LookOf(BadgeKind kind) => kind switch
    {
        BadgeKind.Fel => "fel",
        BadgeKind.FelClaimed => "fel-told",
        BadgeKind.P7Unknown => "p7",
        BadgeKind.Mel => "mel",
        BadgeKind.P8 => "p8",
        BadgeKind.P5 => "p5",
        BadgeKind.Hdr10Plus => "hdr10plus",
        BadgeKind.Hdr10 or BadgeKind.Hlg => "hdr10",
        BadgeKind.Atmos => "atmos",
        _ => "plain",
    };

    private static string? MeaningOf(BadgeKind kind) => kind switch
    {
        BadgeKind.Fel => "Full enhancement layer, proven from the file itself.",
        BadgeKind.FelClaimed => "Somebody says full enhancement layer; the file has not proven it.",
        BadgeKind.P7Unknown => "Dolby Vision profile 7. Whether its layer is full or minimal is not known yet.",
        BadgeKind.Mel => "Minimal enhancement layer: the second layer is empty but for instructions.",
        BadgeKind.P8 => "Dolby Vision over a picture that every HDR screen can show.",
        BadgeKind.P5 => "Dolby Vision as streaming services use it; screens without it show wrong colours.",
        BadgeKind.Hdr10Plus => "HDR with brightness told scene by scene.",
        BadgeKind.Hdr10 => "HDR with one brightness told for the whole film.",
        _ => null,
    };
}
