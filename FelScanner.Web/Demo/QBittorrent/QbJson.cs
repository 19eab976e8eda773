using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>Writes torrents as the Web API does.</summary>
internal static class QbJson
{
    private const long Never = 8_640_000;

    public static JsonObject Torrent(QbTorrent torrent, QbDialect dialect, bool withHash)
    {
        var size = torrent.Bytes;
        var done = (long)(Math.Max(0, size) * torrent.Progress);
        var left = Math.Max(0, size) - done;
        var json = new JsonObject
        {
            ["added_on"] = torrent.AddedAt.ToUnixTimeSeconds(),
            ["amount_left"] = left,
            ["auto_tmm"] = torrent.AutoTmm,
            ["availability"] = torrent.Progress >= 1 ? -1 : torrent.IsLoading ? 3.4 : 0,
            ["category"] = torrent.Category,
            ["completed"] = done,
            ["completion_on"] = torrent.CompletedAt?.ToUnixTimeSeconds() ?? 0,
            ["content_path"] = torrent.ContentPath,
            ["dl_limit"] = -1,
            ["dlspeed"] = torrent.DownloadSpeed,
            ["download_path"] = "",
            ["downloaded"] = done,
            ["eta"] = torrent.DownloadSpeed > 0 ? left / torrent.DownloadSpeed : Never,
            ["f_l_piece_prio"] = torrent.FirstLastFirst,
            ["force_start"] = false,
        };
        if (withHash)
            json["hash"] = torrent.Hash;
        if (dialect.HasInfohashV1)
            json.With("infohash_v1", torrent.Hash).With("infohash_v2", "");
        json["magnet_uri"] = $"magnet:?xt=urn:btih:{torrent.Hash}&dn={Uri.EscapeDataString(torrent.Name)}";
        json["name"] = torrent.Name;
        json["num_complete"] = torrent.Seeds;
        json["num_incomplete"] = 4;
        json["num_leechs"] = torrent.IsLoading ? 4 : 0;
        json["num_seeds"] = torrent.IsLoading ? Math.Min(torrent.Seeds, 12) : 0;
        json["priority"] = 0;
        json["progress"] = Math.Round(torrent.Progress, 6);
        json["ratio"] = 0;
        json["save_path"] = torrent.SavePath;
        json["seq_dl"] = torrent.Sequential;
        json["size"] = Math.Max(0, size);
        json["state"] = torrent.State;
        json["tags"] = string.Join(", ", torrent.Tags.Order(StringComparer.Ordinal));
        json["total_size"] = size;
        json["tracker"] = torrent.IsLoading ? "http://127.0.0.1:9/announce" : "";
        json["up_limit"] = torrent.UploadLimit;
        json["uploaded"] = 0;
        json["upspeed"] = 0;
        return json;
    }

    public static JsonObject Properties(QbTorrent torrent)
    {
        var piece = torrent.File?.PieceLength ?? 0;
        var pieces = piece == 0 ? 0 : (int)((torrent.Bytes + piece - 1) / piece);
        return new JsonObject
        {
            ["addition_date"] = torrent.AddedAt.ToUnixTimeSeconds(),
            ["comment"] = "",
            ["completion_date"] = torrent.CompletedAt?.ToUnixTimeSeconds() ?? -1,
            ["dl_speed"] = torrent.DownloadSpeed,
            ["eta"] = Never,
            ["hash"] = torrent.Hash,
            ["is_private"] = torrent.File?.IsPrivate ?? false,
            ["name"] = torrent.Name,
            ["piece_size"] = piece,
            ["pieces_have"] = (int)(pieces * torrent.Progress),
            ["pieces_num"] = pieces,
            ["save_path"] = torrent.SavePath,
            ["seeds_total"] = torrent.Seeds,
            ["total_downloaded"] = (long)(Math.Max(0, torrent.Bytes) * torrent.Progress),
            ["total_size"] = torrent.Bytes,
        };
    }

    public static JsonArray Files(QbTorrent torrent, QbDialect dialect)
    {
        var files = new JsonArray();
        var from = 0L;
        foreach (var file in torrent.File?.Files ?? [])
        {
            var piece = torrent.File!.PieceLength;
            var row = new JsonObject
            {
                ["availability"] = torrent.Progress >= 1 ? -1 : 0,
                ["is_seed"] = torrent.Progress >= 1,
                ["name"] = torrent.Shown(file.Path),
                ["piece_range"] = new JsonArray((int)(from / piece), (int)((from + Math.Max(0, file.Bytes - 1)) / piece)),
                ["priority"] = 1,
                ["progress"] = Math.Round(torrent.Progress, 6),
                ["size"] = file.Bytes,
            };
            files.Add(dialect.IsEarly ? row : row.With("index", files.Count));
            from += file.Bytes;
        }
        return files;
    }

    /// <summary>0 not there, 1 under way, 2 there; in order, as with sequential download.</summary>
    public static JsonArray PieceStates(QbTorrent torrent)
    {
        var piece = torrent.File?.PieceLength ?? 0;
        var pieces = piece == 0 ? 0 : (int)((torrent.Bytes + piece - 1) / piece);
        var have = (int)(pieces * torrent.Progress);
        return Enumerable.Range(0, pieces).Select(i => (JsonNode)(i < have ? 2 : i == have && torrent.IsLoading ? 1 : 0)).ToArray();
    }

    public static JsonObject ServerState(long freeSpace, long speed) => new()
    {
        ["connection_status"] = "connected",
        ["dht_nodes"] = 0,
        ["dl_info_speed"] = speed,
        ["dl_rate_limit"] = 0,
        ["free_space_on_disk"] = freeSpace,
        ["queueing"] = false,
        ["refresh_interval"] = 1500,
        ["up_info_speed"] = 0,
        ["up_rate_limit"] = 0,
        ["use_alt_speed_limits"] = false,
    };
}
