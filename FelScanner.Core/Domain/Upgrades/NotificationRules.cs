namespace FelScanner.Core.Domain.Upgrades;

/// <summary>The switches of the upgrade rules with their defaults. The names are the settings keys without underscores.</summary>
public sealed record NotificationRules
{
    public bool NotifyFel { get; init; } = true;
    public bool NotifyFelFromP5 { get; init; } = true;
    public bool NotifyFelFromHdr { get; init; } = true;
    public bool NotifyFelDuplicates { get; init; }
    public bool NotifyFelUnproven { get; init; } = true;
    public bool NotifyDiscs { get; init; }
    public bool NotifyDv { get; init; }
    public bool NotifyDvFromHdr { get; init; } = true;
    public bool NotifyDvProfileUpgrades { get; init; } = true;
    public bool NotifyAtmos { get; init; }
    public bool NotifyAtmosOnlyIfNoAtmos { get; init; } = true;
    public bool NotifyAtmosWithDvUpgrade { get; init; } = true;
    public bool NotifyResolution { get; init; }
    public bool NotifyResolutionOnlyUpgrades { get; init; } = true;
    public bool NotifyOnlyLibraryMovies { get; init; } = true;
    public bool NotifyNeverDuplicates { get; init; } = true;

    /// <summary>Release groups whose releases never make a message; compared without case.</summary>
    public IReadOnlyList<string> GroupsBlocked { get; init; } = [];

    /// <summary>Release groups that break ties between releases of one film; compared without case.</summary>
    public IReadOnlyList<string> GroupsPreferred { get; init; } = [];
}
