using System.Text.Json.Nodes;
using FelScanner.Web.Demo.Torrents;

namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>torrents/add: uploads and magnet links, with the answers of each generation.</summary>
internal sealed class QbAdd(QbStore store, QbOptions options, TimeProvider time)
{
    private const string MagnetHash = "xt=urn:btih:";

    /// <summary>Save paths, or beginnings of them, that cannot be written to, and why.</summary>
    public Dictionary<string, string> ImpossiblePaths { get; } = [];

    public Action<QbTorrent>? Added { get; init; }

    public async Task AnswerAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var found = new List<QbTorrent>();
        foreach (var upload in form.Files)
        {
            using var bytes = new MemoryStream();
            await upload.CopyToAsync(bytes, context.RequestAborted);
            if (TorrentFile.Read(bytes.ToArray()) is not { } file)
            {
                await context.AnswerAsync(415, $"Error: '{upload.FileName}' is not a valid torrent file.");
                return;
            }
            found.Add(Make(file.Hash, file.Name, file, form));
        }
        var pending = 0;
        foreach (var url in form["urls"].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (HashOf(url) is { } hash)
                found.Add(Make(hash, NameOf(url) ?? hash, null, form));
            else if (url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                pending++;
        }
        var added = found.Where(torrent => TryKeep(torrent, IsStopped(form))).Select(t => (JsonNode)t.Hash).ToArray();
        await TellAsync(context, added, found.Count - added.Count, pending);
    }

    private Task TellAsync(HttpContext context, JsonArray added, int failed, int pending)
    {
        var isGood = added.Count > 0 || pending > 0;
        if (!options.Dialect.IsModern)
            return context.AnswerAsync(200, isGood ? "Ok." : "Fails.");
        var counts = new JsonObject { ["success_count"] = added.Count, ["failure_count"] = failed, ["pending_count"] = pending, ["added_torrent_ids"] = added };
        return context.JsonAsync(counts, !isGood ? 409 : pending > 0 ? 202 : 200);
    }

    private QbTorrent Make(string hash, string name, TorrentFile? file, IFormCollection form)
    {
        var category = form["category"].ToString();
        var autoTmm = form["autoTMM"] == "true";
        var path = form["savepath"].ToString();
        var categoryPath = store.Categories.GetValueOrDefault(category, "");
        var savePath = autoTmm
            ? Resolve(categoryPath.Length > 0 ? categoryPath : category)
            : Resolve(path);
        return new QbTorrent(hash, form["rename"].ToString() is { Length: > 0 } rename ? rename : name, file, options, time)
        {
            SavePath = savePath,
            Category = category,
            Tags = [.. form["tags"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            AutoTmm = autoTmm,
            Sequential = form["sequentialDownload"] == "true",
            FirstLastFirst = form["firstLastPiecePrio"] == "true",
            Layout = LayoutOf(form),
            Metadata = options.MagnetFile is { } inside ? TorrentFile.Read(inside) : null,
            StopsAtMetadata = !options.Dialect.IsEarly && options.Dialect != QbDialect.V43 && form["stopCondition"] == "MetadataReceived",
            UploadLimit = Wire.ToLong(form["upLimit"].ToString()) ?? -1,
        };
    }

    private string LayoutOf(IFormCollection form) => (options.Dialect.IsEarly, form["root_folder"].ToString(), form["contentLayout"].ToString()) switch
    {
        (true, "false", _) => "NoSubfolder",
        (false, _, { Length: > 0 } layout) => layout,
        _ => "Original",
    };

    private string Resolve(string path) => path.StartsWith('/') ? path.TrimEnd('/') : $"{options.DefaultSavePath}/{path}".TrimEnd('/');

    private bool IsStopped(IFormCollection form) => form[options.Dialect.SaysStopped ? "stopped" : "paused"] == "true";

    private bool TryKeep(QbTorrent torrent, bool stopped)
    {
        lock (store.Gate)
        {
            store.Adds[torrent.Hash] = store.Adds.GetValueOrDefault(torrent.Hash) + (store.Torrents.ContainsKey(torrent.Hash) ? 0 : 1);
            if (!store.Torrents.TryAdd(torrent.Hash, torrent))
                return false;
            if (torrent.Category.Length > 0)
                store.Categories.TryAdd(torrent.Category, "");
            store.Tags.UnionWith(torrent.Tags);
            store.Write(1, $"Added new torrent. Torrent: \"{torrent.Name}\"");
        }
        Added?.Invoke(torrent);
        if (!stopped)
            Begin(torrent);
        return true;
    }

    /// <summary>Starts it; a path that cannot be written to shows only now, and its reason only in the log.</summary>
    public void Begin(QbTorrent torrent)
    {
        torrent.Start();
        if (ImpossiblePaths.FirstOrDefault(p => torrent.SavePath.StartsWith(p.Key, StringComparison.Ordinal)) is not { Value: { } reason })
            return;
        torrent.Fail(reason);
        lock (store.Gate)
            store.Write(4, $"File error alert. Torrent: \"{torrent.Name}\". File: \"{torrent.ContentPath}\". Reason: \"{torrent.Name} file_open ({torrent.ContentPath}) error: {reason}\"");
    }

    private static string? HashOf(string magnet)
    {
        var at = magnet.StartsWith("magnet:?", StringComparison.OrdinalIgnoreCase) ? magnet.IndexOf(MagnetHash, StringComparison.OrdinalIgnoreCase) : -1;
        if (at < 0)
            return null;
        var hash = magnet[(at + MagnetHash.Length)..].Split('&')[0].ToLowerInvariant();
        return hash.Length == 40 && hash.All(char.IsAsciiHexDigit) ? hash : null;
    }

    private static string? NameOf(string magnet) =>
        magnet.Split('&', '?').FirstOrDefault(p => p.StartsWith("dn=", StringComparison.Ordinal)) is { } name ? Uri.UnescapeDataString(name[3..].Replace('+', ' ')) : null;
}
