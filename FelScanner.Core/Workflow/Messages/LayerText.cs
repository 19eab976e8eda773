using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>What a probe found, for people.</summary>
internal static class LayerText
{
    public static string Sentence(ProbeResult result) => result switch
    {
        { Layer: EnhancementLayer.Fel } => "proven FEL",
        { Layer: EnhancementLayer.Mel, Complete: false } => "MEL so far",
        { Layer: EnhancementLayer.Mel } => "it turned out to be MEL",
        { Layer: EnhancementLayer.None, Profile: { } profile } => $"Dolby Vision profile {profile}, without an enhancement layer",
        { Layer: EnhancementLayer.None } => "no Dolby Vision",
        _ => $"the layer is unknown. {result.Reason}",
    };
}
