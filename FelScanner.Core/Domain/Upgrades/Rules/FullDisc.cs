namespace FelScanner.Core.Domain.Upgrades.Rules;

/// <summary>Veto: a disc structure, which Plex can neither play nor stack.</summary>
internal sealed class FullDisc : IUpgradeRule
{
    public string Name => "disc";

    public RuleWord Judge(UpgradeCase upgrade) => (upgrade.Name.Disc, upgrade.Rules.NotifyDiscs) switch
    {
        (false, _) => RuleWord.Abstain("Not a full disc."),
        (true, true) => RuleWord.Abstain("A full disc, which the settings let pass."),
        _ => RuleWord.Reject("A full disc, which Plex cannot play."),
    };
}
