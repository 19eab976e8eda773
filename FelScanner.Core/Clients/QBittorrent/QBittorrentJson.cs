using System.Text.Json.Serialization;
using FelScanner.Core.Clients.Http;

namespace FelScanner.Core.Clients.QBittorrent;

/// <summary>One torrent, whole from torrents/info or in part from sync/maindata: what is null did not change.</summary>
internal sealed record TorrentJson
{
    public string? Hash { get; init; }
    public string? Name { get; init; }
    public string? State { get; init; }
    public double? Progress { get; init; }
    public long? Downloaded { get; init; }
    public long? Size { get; init; }
    public long? AmountLeft { get; init; }
    public long? Dlspeed { get; init; }
    public long? Upspeed { get; init; }
    public int? NumSeeds { get; init; }
    public long? Eta { get; init; }
    public string? SavePath { get; init; }
    public string? ContentPath { get; init; }
    public string? DownloadPath { get; init; }
    public string? Category { get; init; }
    public string? Tags { get; init; }
    public bool? AutoTmm { get; init; }
    public long? AddedOn { get; init; }

    /// <summary>This row with the keys that the newer one carries.</summary>
    public TorrentJson With(TorrentJson newer) => new()
    {
        Hash = newer.Hash ?? Hash,
        Name = newer.Name ?? Name,
        State = newer.State ?? State,
        Progress = newer.Progress ?? Progress,
        Downloaded = newer.Downloaded ?? Downloaded,
        Size = newer.Size ?? Size,
        AmountLeft = newer.AmountLeft ?? AmountLeft,
        Dlspeed = newer.Dlspeed ?? Dlspeed,
        Upspeed = newer.Upspeed ?? Upspeed,
        NumSeeds = newer.NumSeeds ?? NumSeeds,
        Eta = newer.Eta ?? Eta,
        SavePath = newer.SavePath ?? SavePath,
        ContentPath = newer.ContentPath ?? ContentPath,
        DownloadPath = newer.DownloadPath ?? DownloadPath,
        Category = newer.Category ?? Category,
        Tags = newer.Tags ?? Tags,
        AutoTmm = newer.AutoTmm ?? AutoTmm,
        AddedOn = newer.AddedOn ?? AddedOn,
    };
}

internal sealed record MainDataJson
{
    public long? Rid { get; init; }
    public bool? FullUpdate { get; init; }
    public Dictionary<string, TorrentJson>? Torrents { get; init; }
    public List<string>? TorrentsRemoved { get; init; }
    public ServerStateJson? ServerState { get; init; }
}

internal sealed record ServerStateJson(long? FreeSpaceOnDisk);

internal sealed record ContentJson
{
    public int? Index { get; init; }
    public string? Name { get; init; }
    public long? Size { get; init; }
    public double? Progress { get; init; }
    public List<int>? PieceRange { get; init; }
}

internal sealed record PropertiesJson(long? PieceSize);

internal sealed record LogJson(long? Id, string? Message);

internal sealed record CategoryJson(string? Name);

/// <summary>What torrents/add answers from 5.2 on.</summary>
internal sealed record AddedJson(int? SuccessCount, int? FailureCount, int? PendingCount);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseText), typeof(LooseLong), typeof(LooseInt), typeof(LooseDouble), typeof(LooseBool)])]
[JsonSerializable(typeof(List<TorrentJson>))]
[JsonSerializable(typeof(MainDataJson))]
[JsonSerializable(typeof(List<ContentJson>))]
[JsonSerializable(typeof(PropertiesJson))]
[JsonSerializable(typeof(List<LogJson>))]
[JsonSerializable(typeof(Dictionary<string, CategoryJson>))]
[JsonSerializable(typeof(AddedJson))]
[JsonSerializable(typeof(List<int>), TypeInfoPropertyName = "Pieces")]
internal sealed partial class QBittorrentContext : JsonSerializerContext;
