using System.Text.Json;
using System.Text.Json.Serialization;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Releases;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Domain.Upgrades;

namespace FelScanner.Core.Storage;

/// <summary>The JSON columns: snake_case, enums as words, times as everywhere in the database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [
        typeof(UtcJson), typeof(Words<RequestStatus>), typeof(Words<EnhancementLayer>), typeof(Words<Evidence>), typeof(Words<HdrKind>),
        typeof(Words<Resolution>), typeof(Words<VerdictKind>), typeof(Words<RuleOutcome>)])]
[JsonSerializable(typeof(DownloadRequest))]
[JsonSerializable(typeof(ParsedName))]
[JsonSerializable(typeof(PictureAndSound))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    /// <summary>Null for an empty list: most are.</summary>
    public static string? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : JsonSerializer.Serialize(texts, Default.IReadOnlyListString);

    public static IReadOnlyList<string> Texts(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListString) ?? [];
}

internal sealed class Words<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;

internal sealed class UtcJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => UtcText.Read(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(UtcText.Write(value));
}
