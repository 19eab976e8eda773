using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Web.Cli;

/// <summary>One line of the <c>probe</c> verb.</summary>
internal sealed record ProbeLine
{
    public required string Path { get; init; }
    public required string Container { get; init; }
    public required int? DvProfile { get; init; }
    public required string El { get; init; }
    public required int? BlCompatId { get; init; }

    [JsonPropertyName("hdr10plus")]
    public required bool Hdr10Plus { get; init; }
    public required int Rpus { get; init; }
    public required string Reason { get; init; }
    public required double ElapsedMs { get; init; }

    public static ProbeLine From(string path, ProbeResult result, TimeSpan elapsed) => new()
    {
        Path = path,
        Container = result.Container,
        DvProfile = result.Profile,
        El = result.Layer switch
        {
            EnhancementLayer.Fel => "fel",
            EnhancementLayer.Mel => "mel",
            EnhancementLayer.None => "none",
            _ => "unknown",
        },
        BlCompatId = result.CompatibilityId,
        Hdr10Plus = result.Hdr10Plus,
        Rpus = result.Rpus,
        Reason = result.Reason,
        ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 1),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProbeLine))]
internal sealed partial class ProbeJson : JsonSerializerContext;
