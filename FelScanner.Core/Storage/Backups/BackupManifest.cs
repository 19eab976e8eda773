using System.Text.Json.Serialization;

namespace FelScanner.Core.Storage.Backups;

/// <summary>What a backup says of itself: when, which schema, and every file with its size and digest.</summary>
internal sealed record BackupManifest(int Format, string CreatedAt, string Schema, IReadOnlyList<BackedUpFile> Files)
{
    public const int KnownFormat = 1;
    public const string Name = "manifest.json";
    public const string Database = "felscanner.db";
    public const string Settings = "settings.json";
    public const string Keys = "keys/";
}

/// <summary>One file of a backup; the digest is SHA-256 in lower-case hexadecimal.</summary>
internal sealed record BackedUpFile(string Name, long Bytes, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
