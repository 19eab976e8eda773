using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Clients.Http;

namespace FelScanner.Core.Clients.Radarr;

internal sealed record RadarrStatusJson(string? AppName, string? Version);

internal sealed record RadarrMovieJson
{
    public int? Id { get; init; }
    public string? Title { get; init; }
    public string? OriginalTitle { get; init; }
    public List<RadarrTitleJson>? AlternateTitles { get; init; }
    public int? Year { get; init; }
    public int? TmdbId { get; init; }
    public string? ImdbId { get; init; }
    public string? Path { get; init; }
    public string? FolderName { get; init; }
    public bool? HasFile { get; init; }
    public RadarrFileJson? MovieFile { get; init; }
}

internal sealed record RadarrTitleJson(string? Title);

internal sealed record RadarrFileJson(string? Path, long? Size);

internal sealed record RadarrRootJson(string? Path, bool? Accessible, long? FreeSpace);

internal sealed record RadarrDownloadClientJson(bool? Enable, List<RadarrFieldJson>? Fields);

/// <summary>One field of a provider; numbers, switches and lists are read as text and never looked at.</summary>
internal sealed record RadarrFieldJson(string? Name, [property: JsonPropertyName("value")] JsonElement Given)
{
    [JsonIgnore]
    public string? Value => Given.ValueKind == JsonValueKind.String ? Given.GetString() : null;
}

internal sealed record RadarrRescanJson(string Name, int MovieId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LooseText), typeof(LooseLong), typeof(LooseInt), typeof(LooseBool)])]
[JsonSerializable(typeof(RadarrStatusJson))]
[JsonSerializable(typeof(RadarrMovieJson))]
[JsonSerializable(typeof(List<RadarrRootJson>))]
[JsonSerializable(typeof(List<RadarrDownloadClientJson>))]
[JsonSerializable(typeof(RadarrRescanJson))]
internal sealed partial class RadarrContext : JsonSerializerContext;
