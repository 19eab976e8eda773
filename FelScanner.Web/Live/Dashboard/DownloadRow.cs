using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Live.Dashboard;

/// <summary>A state as it is shown: always colour, icon and word together.</summary>
public sealed record DownloadState(string Word, string Tone, string Icon);

/// <summary>One running download as it is shown. <see cref="Percent"/> is 0–100.</summary>
public sealed record DownloadRow
{
    public required DownloadRequest Request { get; init; }
    public required DownloadState State { get; init; }
    public required BadgeView Layer { get; init; }
    public double Percent { get; init; }

    /// <summary>The bar's class: "", gold, amber, red or still.</summary>
    public string Bar { get; init; } = "";
    public string Amount { get; init; } = "";
    public string? Speed { get; init; }
    public int? Seeds { get; init; }
    public string Left { get; init; } = "";
    public string? Problem { get; init; }
    public string? Remedy { get; init; }
    public long BytesPerSecond { get; init; }

    /// <summary>Stopped or with an error: a person may start it again.</summary>
    public bool Stands { get; init; }

    public static DownloadRow Of(ActiveDownload download)
    {
        var torrent = download.Torrent;
        var state = StateOf(download);
        var proven = download.Request is { LayerProven: true, ArrivedLayer: EnhancementLayer.Fel };
        return new DownloadRow
        {
            Request = download.Request,
            State = state,
            Layer = LayerOf(download.Request),
            Percent = (torrent?.Progress ?? download.Request.Progress) * 100,
            Bar = BarOf(state.Tone, proven),
            Amount = torrent is { Size: > 0 } ? $"{Words.Size(torrent.Downloaded)} of {Words.Size(torrent.Size)}" : Words.Size(download.Request.Bytes),
            Speed = torrent is { DownloadSpeed: > 0 } ? $"↓ {Words.Speed(torrent.DownloadSpeed)}" : null,
            Seeds = torrent?.Seeds,
            Left = state.Tone == "run" ? Words.Eta(torrent?.Eta) : state.Tone is "stall" or "wait" ? "waiting" : "",
            Problem = download.Problem ?? download.Request.Error,
            Remedy = download.Remedy,
            BytesPerSecond = torrent?.DownloadSpeed ?? 0,
            Stands = torrent is { IsStopped: true } or { State: "error" or "missingFiles" },
        };
    }

    public static BadgeView LayerOf(DownloadRequest request) => (request.LayerProven, request.ArrivedLayer, request.Offered.Layer, request.Offered.Profile) switch
    {
        (true, EnhancementLayer.Fel, _, _) => new("FEL proven", "fel"),
        (true, EnhancementLayer.Mel, _, _) => new("MEL", "mel"),
        (true, EnhancementLayer.None, _, _) => new("No layer", "plain"),
        (_, EnhancementLayer.Mel, _, _) => new("MEL so far", "mel"),
        (_, _, EnhancementLayer.Fel, _) => new("FEL?", "fel-told"),
        (_, _, _, 7) => new("P7, layer?", "p7"),
        (_, _, _, { } profile) => new($"P{profile}", profile == 5 ? "p5" : "p8"),
        _ => new(request.QualityType.ToUpperInvariant(), "plain"),
    };

    private static DownloadState StateOf(ActiveDownload download) => download.Torrent?.State switch
    {
        "downloading" or "forcedDL" => new("Downloading", "run", "down"),
        "metaDL" or "forcedMetaDL" => new("Fetching the torrent's contents", "wait", "clock"),
        "stalledDL" => new("Stalled", "stall", "pause"),
        "queuedDL" => new("In qBittorrent's queue", "wait", "clock"),
        "pausedDL" or "stoppedDL" => new("Paused in qBittorrent", "wait", "pause"),
        "checkingDL" or "checkingUP" or "checkingResumeData" => new("Checking", "check", "search"),
        "moving" => new("Being moved", "check", "folder"),
        "error" => new("Error", "fail", "alert"),
        "missingFiles" => new("Files are missing", "fail", "alert"),
        "uploading" or "forcedUP" or "stalledUP" or "queuedUP" or "pausedUP" or "stoppedUP" => new("Arrived", "done", "check"),
        { } other => new(other, "wait", "clock"),
        null => download.Request.Status switch
        {
            RequestStatus.Failed => new("Failed", "fail", "alert"),
            RequestStatus.Adding => new("Being added", "wait", "clock"),
            RequestStatus.Approved => new("Will be sent to qBittorrent", "wait", "clock"),
            _ => new("Not in qBittorrent", "stall", "alert"),
        },
    };

    private static string BarOf(string tone, bool proven) => tone switch
    {
        "stall" => "amber",
        "fail" => "red",
        "wait" => "still",
        _ when proven => "gold",
        _ => "",
    };
}
