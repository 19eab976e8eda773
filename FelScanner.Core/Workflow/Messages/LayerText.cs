using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;

namespace FelScanner.Core.Workflow.Messages;

/// <summary>What a probe found, for people.</summary>
internal static class LayerText
{
    public static string Sentence(ProbeResult result) => Sentence(result.Layer, result.Profile, result.Complete, result.Reason);

    /// <summary>The same from what a request keeps of it.</summary>
    public static string Sentence(DownloadRequest request) => Sentence(request.ArrivedLayer, request.ArrivedProfile, request.LayerProven, request.ProbeReason);

    private static string Sentence(EnhancementLayer layer, int? profile, bool complete, string? reason) => (layer, profile) switch
    {
        (EnhancementLayer.Fel, _) => "proven FEL",
        (EnhancementLayer.Mel, _) when !complete => "MEL so far",
        (EnhancementLayer.Mel, _) => "it turned out to be MEL",
        (EnhancementLayer.None, { } known) => $"Dolby Vision profile {known}, without an enhancement layer",
        (EnhancementLayer.None, null) => "no Dolby Vision",
        _ => $"the layer is unknown. {reason}",
    };
}
