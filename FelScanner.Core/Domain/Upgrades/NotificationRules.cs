namespace FelScanner.Core.Domain.Upgrades;

/// <summary>What the owner thinks of a release group.</summary>
public enum GroupStanding
{
    Neutral,

    /// <summary>Comes first among releases of one film that are otherwise equal.</summary>
    Preferred,

    /// <summary>Never makes a message, whatever stands in the other list.</summary>
    Blocked,
}

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

    public GroupStanding StandingOf(string group) =>
        GroupsBlocked.Contains(group, StringComparer.OrdinalIgnoreCase) ? GroupStanding.Blocked
        : GroupsPreferred.Contains(group, StringComparer.OrdinalIgnoreCase) ? GroupStanding.Preferred
        : GroupStanding.Neutral;
}
