namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: the same release was dealt with before.</summary>
internal sealed class AskedBefore : IUpgradeRule
{
    public string Name => "asked_before";

    public RuleWord Judge(UpgradeCase upgrade) => upgrade.Question.AskedBefore
        ? RuleWord.Reject(upgrade.Question.AskedBeforeReason ?? "The same release was asked about before.")
        : RuleWord.Abstain("Nobody was asked about it before.");
}
