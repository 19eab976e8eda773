using System.Globalization;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Domain.Library;

/// <summary>One property that the copies of a film do not share, with each copy's word for it.</summary>
public sealed record CopyDifference(string Name, IReadOnlyList<string> Values);

/// <summary>What differs between the copies of one film.</summary>
public static class CopyDifferences
{
    private const string Unknown = "unknown";

    private static readonly (string Name, Func<Copy, string> Word)[] Properties =
    [
        ("Resolution", copy => copy.Quality.Resolution.Word() ?? Unknown),
        ("Picture", copy => string.Join(' ', QualityBadges.Of(copy.Quality).Where(badge => badge.Kind is not (BadgeKind.Plain or BadgeKind.Atmos)).Select(badge => badge.Text)) is { Length: > 0 } picture ? picture : Unknown),
        ("Sound", copy => QualityWords.Sound(copy.Quality.Audio, copy.Quality.Atmos == true) ?? Unknown),
        ("Source", copy => copy.Quality.Remux ? "Remux" : QualityWords.Source(copy.Quality.Source) ?? Unknown),
        ("Codec", copy => copy.VideoCodec ?? Unknown),
        ("Container", copy => copy.Container ?? Unknown),
        ("Frame", copy => copy.Width is { } width ? string.Create(CultureInfo.InvariantCulture, $"{width} × {copy.Height}") : Unknown),
        ("Sound tracks", copy => copy.AudioTracks.Count.ToString(CultureInfo.InvariantCulture)),
        ("Files", copy => (1 + copy.MoreFiles.Count).ToString(CultureInfo.InvariantCulture)),
        ("Library", copy => copy.Library ?? Unknown),
        ("Folder", copy => Folder(copy.Path)),
    ];

    /// <summary>Only what differs; equal copies give nothing. Sizes and rates always differ and are left to the reader's eye.</summary>
    public static IReadOnlyList<CopyDifference> Of(IReadOnlyList<Copy> copies)
    {
        ArgumentNullException.ThrowIfNull(copies);
        return
        [
            .. Properties.Select(property => new CopyDifference(property.Name, [.. copies.Select(property.Word)]))
                .Where(difference => difference.Values.Distinct(StringComparer.Ordinal).Skip(1).Any()),
        ];
    }

    private static string Folder(string? path) => path is not null && path.LastIndexOfAny(['/', '\\']) is > 0 and var end ? path[..end] : Unknown;
}
