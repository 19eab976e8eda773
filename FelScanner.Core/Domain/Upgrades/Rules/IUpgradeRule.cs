namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>One veto or rule: a name that is its answer, and its word about a release.</summary>
internal interface IUpgradeRule
{
    /// <summary>The veto's name or the settings key, as the public contract has it.</summary>
    string Name { get; }

    RuleWord Judge(UpgradeCase upgrade);
}

/// <summary>A rule's word. <paramref name="Key"/> names another switch where that one accepted ("notify_dv").</summary>
internal readonly record struct RuleWord(RuleOutcome Outcome, string Reason, string? Key = null)
{
    public static RuleWord Abstain(string reason) => new(RuleOutcome.Abstain, reason);

    public static RuleWord Accept(string reason, string? key = null) => new(RuleOutcome.Accept, reason, key);

    public static RuleWord Reject(string reason) => new(RuleOutcome.Reject, reason);
}
