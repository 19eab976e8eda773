using FelScanner.Core.Ports;

namespace FelScanner.Core.Clients.QBittorrent;

/// <summary>qBittorrent's rows in our words.</summary>
internal static class QBittorrentReading
{
    /// <summary>8 640 000 seconds (100 days) is qBittorrent's "for ever".</summary>
    private const long ForEver = 8_640_000;

    public static TorrentState State(TorrentJson torrent) => new()
    {
        Hash = (torrent.Hash ?? "").ToLowerInvariant(),
        Name = torrent.Name ?? "",
        State = torrent.State ?? "unknown",
        Progress = Math.Clamp(torrent.Progress ?? 0, 0, 1),
        Downloaded = Math.Max(0, torrent.Downloaded ?? 0),
        Size = Math.Max(0, torrent.Size ?? 0),
        AmountLeft = Math.Max(0, torrent.AmountLeft ?? 0),
        DownloadSpeed = Math.Max(0, torrent.Dlspeed ?? 0),
        UploadSpeed = Math.Max(0, torrent.Upspeed ?? 0),
        Seeds = Math.Max(0, torrent.NumSeeds ?? 0),
        Eta = torrent.Eta is >= 0 and < ForEver ? torrent.Eta : null,
        SavePath = torrent.SavePath ?? "",
        ContentPath = torrent.ContentPath ?? "",
        DownloadPath = torrent.DownloadPath ?? "",
        Category = torrent.Category ?? "",
        Tags = (torrent.Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        AutoManaged = torrent.AutoTmm ?? false,
        AddedOn = torrent.AddedOn is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(torrent.AddedOn.Value) : null,
    };

    public static TorrentContent Content(ContentJson file, int position) => new(
        file.Index ?? position,
        file.Name ?? "",
        Math.Max(0, file.Size ?? 0),
        Math.Clamp(file.Progress ?? 0, 0, 1),
        file.PieceRange is [var first, ..] ? first : 0,
        file.PieceRange is [_, var last, ..] ? last : 0);

    /// <summary>The last reason that the log gives for this torrent: what stands after "Reason:", else the message itself.</summary>
    public static string? Reason(IEnumerable<LogJson> log, string torrentName)
    {
        var last = log.LastOrDefault(line => line.Message?.Contains(torrentName, StringComparison.Ordinal) == true)?.Message;
        if (last is null)
            return null;
        var at = last.IndexOf("Reason:", StringComparison.OrdinalIgnoreCase);
        return (at < 0 ? last : last[(at + 7)..]).Trim(' ', '"', '.');
    }
}
