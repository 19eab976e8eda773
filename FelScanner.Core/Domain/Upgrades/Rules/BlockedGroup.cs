namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: the owner has blocked the release group.</summary>
internal sealed class BlockedGroup : IUpgradeRule
{
    public string Name => "blocked_group";

    public RuleWord Judge(UpgradeCase upgrade) => upgrade.Name.Group is { } group && upgrade.Rules.GroupsBlocked.Contains(group, StringComparer.OrdinalIgnoreCase)
        ? RuleWord.Reject($"The release group {group} is blocked.")
        : RuleWord.Abstain("The release group is not blocked.");
}
