using System.Text.Json.Serialization;
using FelScanner.Core.Clients.Http;

namespace FelScanner.Core.Clients.Plex;

internal sealed record PlexAnswer(PlexContainer? MediaContainer);

internal sealed record PlexContainer
{
    [JsonPropertyName("size")] public int? Size { get; init; }
    [JsonPropertyName("totalSize")] public int? TotalSize { get; init; }
    [JsonPropertyName("offset")] public int? Offset { get; init; }
    [JsonPropertyName("machineIdentifier")] public string? MachineIdentifier { get; init; }
    [JsonPropertyName("version")] public string? Version { get; init; }
    [JsonPropertyName("librarySectionTitle")] public string? LibrarySectionTitle { get; init; }
    [JsonPropertyName("librarySectionID")] public string? LibrarySectionId { get; init; }
    public List<PlexDirectory>? Directory { get; init; }
    public List<PlexItem>? Metadata { get; init; }
}

internal sealed record PlexDirectory
{
    [JsonPropertyName("key")] public string? Key { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("title")] public string? Title { get; init; }
    public List<PlexLocation>? Location { get; init; }
}

internal sealed record PlexLocation([property: JsonPropertyName("path")] string? Path);

internal sealed record PlexItem
{
    [JsonPropertyName("ratingKey")] public string? RatingKey { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("originalTitle")] public string? OriginalTitle { get; init; }
    [JsonPropertyName("year")] public int? Year { get; init; }
    [JsonPropertyName("guid")] public string? OldGuid { get; init; }
    [JsonPropertyName("addedAt")] public long? AddedAt { get; init; }
    [JsonPropertyName("updatedAt")] public long? UpdatedAt { get; init; }
    [JsonPropertyName("smart")] public bool? Smart { get; init; }
    [JsonPropertyName("librarySectionTitle")] public string? LibrarySectionTitle { get; init; }
    [JsonPropertyName("librarySectionID")] public string? LibrarySectionId { get; init; }
    public List<PlexGuid>? Guid { get; init; }
    public List<PlexMedia>? Media { get; init; }
}

internal sealed record PlexGuid([property: JsonPropertyName("id")] string? Id);

/// <summary>One version of a film.</summary>
internal sealed record PlexMedia
{
    [JsonPropertyName("id")] public string? Id { get; init; }
    [JsonPropertyName("bitrate")] public int? Bitrate { get; init; }
    [JsonPropertyName("width")] public int? Width { get; init; }
    [JsonPropertyName("height")] public int? Height { get; init; }
    [JsonPropertyName("audioCodec")] public string? AudioCodec { get; init; }
    [JsonPropertyName("audioProfile")] public string? AudioProfile { get; init; }
    [JsonPropertyName("videoCodec")] public string? VideoCodec { get; init; }
    [JsonPropertyName("container")] public string? Container { get; init; }
    [JsonPropertyName("proxyType")] public int? ProxyType { get; init; }
    public List<PlexPart>? Part { get; init; }
}

/// <summary>One file of a version; several when the film is split.</summary>
internal sealed record PlexPart
{
    [JsonPropertyName("file")] public string? File { get; init; }
    [JsonPropertyName("size")] public long? Size { get; init; }
    public List<PlexStream>? Stream { get; init; }
}

internal sealed record PlexStream
{
    [JsonPropertyName("streamType")] public int? StreamType { get; init; }
    [JsonPropertyName("codec")] public string? Codec { get; init; }
    [JsonPropertyName("profile")] public string? Profile { get; init; }
    [JsonPropertyName("width")] public int? Width { get; init; }
    [JsonPropertyName("height")] public int? Height { get; init; }
    [JsonPropertyName("bitDepth")] public int? BitDepth { get; init; }
    [JsonPropertyName("colorTrc")] public string? ColorTrc { get; init; }
    [JsonPropertyName("colorPrimaries")] public string? ColorPrimaries { get; init; }
    [JsonPropertyName("channels")] public int? Channels { get; init; }
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("displayTitle")] public string? DisplayTitle { get; init; }
    [JsonPropertyName("extendedDisplayTitle")] public string? ExtendedDisplayTitle { get; init; }
    [JsonPropertyName("DOVIPresent")] public bool? DoviPresent { get; init; }
    [JsonPropertyName("DOVIProfile")] public int? DoviProfile { get; init; }
    [JsonPropertyName("DOVIELPresent")] public bool? DoviElPresent { get; init; }
    [JsonPropertyName("DOVIBLCompatID")] public int? DoviBlCompatId { get; init; }

    [JsonIgnore] public string Words => $"{Title} {DisplayTitle} {ExtendedDisplayTitle}";
}

[JsonSourceGenerationOptions(Converters = [typeof(LooseText), typeof(LooseLong), typeof(LooseInt), typeof(LooseDouble), typeof(LooseBool)])]
[JsonSerializable(typeof(PlexAnswer))]
internal sealed partial class PlexContext : JsonSerializerContext;
