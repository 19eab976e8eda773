using FelScanner.Core.Domain.Library;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;

namespace FelScanner.Core.Domain.Upgrades;

/// <summary>Everything a verdict depends on: the release as read, its evidence, the film with its copies, the switches.</summary>
public sealed record UpgradeQuestion
{
    public required ParsedName Name { get; init; }

    /// <summary>The offered quality with its evidence.</summary>
    public required PictureAndSound Offered { get; init; }

    /// <summary>The film with every owned copy, whose quality is the effective one.</summary>
    public required FilmMatch Match { get; init; }

    public required NotificationRules Rules { get; init; }

    /// <summary>The same release was offered, declined, expired, downloaded or blocked before.</summary>
    public bool AskedBefore { get; init; }

    /// <summary>What became of it then, as a sentence.</summary>
    public string? AskedBeforeReason { get; init; }
}
