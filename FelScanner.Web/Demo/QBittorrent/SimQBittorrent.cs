using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>qBittorrent's Web API v2 in one of its generations; downloads move with the clock, and the hash of a torrent is the real one.</summary>
public sealed class SimQBittorrent : SimService
{
    private readonly QbOptions _options;
    private readonly QbStore _store;
    private readonly QbGate _gate;
    private readonly QbAdd _add;
    private readonly QbActions _actions;

    public SimQBittorrent(TimeProvider time, QbOptions? options = null)
        : base(time)
    {
        _options = options ?? new QbOptions();
        _store = new QbStore(time);
        _gate = new QbGate(_options, time);
        _add = new QbAdd(_store, _options, time) { Added = torrent => OnAdded?.Invoke(torrent) };
        _actions = new QbActions(_store, _add, _options, time, (torrent, from, to) => OnRenamed?.Invoke(torrent, from, to));
        FreeSpace = _options.FreeSpace;
    }

    /// <summary>Told once for each download that becomes complete, within the call or <see cref="Tick"/> that notices it.</summary>
    public Action<QbTorrent>? OnCompleted { get; set; }

    /// <summary>Told when a torrent is newly added.</summary>
    public Action<QbTorrent>? OnAdded { get; set; }

    /// <summary>Told when a file of a torrent got another name: the torrent, the old and the new path under its save path.</summary>
    public Action<QbTorrent, string, string>? OnRenamed { get; set; }

    /// <summary>Bytes free on the default save path's disk.</summary>
    public long FreeSpace { get; set; }

    public IReadOnlyList<QbTorrent> Torrents
    {
        get
        {
            lock (_store.Gate)
                return [.. _store.Torrents.Values];
        }
    }

    public IReadOnlyDictionary<string, string> Categories
    {
        get
        {
            lock (_store.Gate)
                return new Dictionary<string, string>(_store.Categories);
        }
    }

    /// <summary>Save paths, or beginnings of them, that cannot be written to, and why ("Read-only file system").</summary>
    public IDictionary<string, string> ImpossiblePaths => _add.ImpossiblePaths;

    public int WrongPasswords => _gate.WrongPasswords;

    public int Logins => _gate.Logins;

    /// <summary>How often this hash was newly added; a duplicate that was refused does not count.</summary>
    public int AddCount(string hash)
    {
        lock (_store.Gate)
            return _store.Adds.GetValueOrDefault(hash.ToLowerInvariant());
    }

    /// <summary>The torrent with this hash, or null.</summary>
    public QbTorrent? Find(string hash)
    {
        lock (_store.Gate)
            return _store.Torrents.GetValueOrDefault(hash.ToLowerInvariant());
    }

    /// <summary>Stands still with an error whose reason only the log tells.</summary>
    public void Fail(string hash, string reason)
    {
        if (Find(hash) is not { } torrent)
            return;
        torrent.Fail(reason);
        lock (_store.Gate)
            _store.Write(4, $"File error alert. Torrent: \"{torrent.Name}\". File: \"{torrent.ContentPath}\". Reason: \"{torrent.Name} file_write ({torrent.ContentPath}) error: {reason}\"");
    }

    /// <summary>Every session ends, as when the program was started again.</summary>
    public void ForgetSessions() => _gate.Forget();

    /// <summary>Notices what time has done.</summary>
    public void Tick()
    {
        foreach (var torrent in Torrents)
            torrent.SettleMetadata();
        foreach (var torrent in Torrents.Where(t => t.TryComplete()))
            OnCompleted?.Invoke(torrent);
    }

    protected override Task<bool> AdmitAsync(HttpContext context)
    {
        Tick();
        return _gate.AdmitAsync(context);
    }

    protected override Task NotFoundAsync(HttpContext context) =>
        context.AnswerAsync(404, _options.Dialect.IsModern ? "Endpoint does not exist" : "Not Found");

    protected override Task MethodNotAllowedAsync(HttpContext context) => context.AnswerAsync(405, "Method Not Allowed");

    protected override void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v2");
        routes.MapGet("/", c => c.AnswerAsync(200, "<!DOCTYPE html><html><head><title>qBittorrent Web UI</title></head><body></body></html>", "text/html"));
        api.MapPost("/auth/login", _gate.LoginAsync);
        api.MapPost("/auth/logout", _gate.LogoutAsync);
        Read(api, "/app/version", (c, _) => c.AnswerAsync(200, _options.Dialect.AppVersion));
        Read(api, "/app/webapiVersion", (c, _) => c.AnswerAsync(200, _options.Dialect.ApiVersion));
        Read(api, "/app/buildInfo", (c, _) => c.JsonAsync(new JsonObject { ["qt"] = "5.15.8", ["libtorrent"] = "2.0.8.0", ["boost"] = "1.74.0", ["openssl"] = "3.0.9", ["bitness"] = 64 }));
        Read(api, "/app/defaultSavePath", (c, _) => c.AnswerAsync(200, _options.DefaultSavePath));
        Read(api, "/app/preferences", (c, _) => c.JsonAsync(Preferences()));
        Read(api, "/transfer/info", (c, _) => c.JsonAsync(new JsonObject { ["connection_status"] = "connected", ["dht_nodes"] = 0, ["dl_info_speed"] = Torrents.Sum(t => t.DownloadSpeed), ["up_info_speed"] = 0 }));
        Read(api, "/sync/maindata", MaindataAsync);
        Read(api, "/log/main", LogAsync);
        Read(api, "/torrents/info", InfoAsync);
        Read(api, "/torrents/properties", (c, q) => One(c, q, t => c.JsonAsync(QbJson.Properties(t))));
        Read(api, "/torrents/files", (c, q) => One(c, q, t => c.JsonAsync(QbJson.Files(t, _options.Dialect))));
        Read(api, "/torrents/pieceStates", (c, q) => One(c, q, t => c.JsonAsync(QbJson.PieceStates(t))));
        Read(api, "/torrents/trackers", (c, q) => One(c, q, t => c.JsonAsync(new JsonArray(new JsonObject { ["msg"] = "", ["num_peers"] = 4, ["status"] = t.IsHeld ? 4 : 2, ["tier"] = 0, ["url"] = "http://127.0.0.1:9/announce" }))));
        Read(api, "/torrents/categories", (c, _) => c.JsonAsync(CategoriesJson()));
        Read(api, "/torrents/tags", (c, _) => c.JsonAsync(TagsJson()));
        api.MapPost("/torrents/add", _add.AnswerAsync);
        _actions.Map(api);
    }

    /// <summary>A reading call may be GET or POST, its parameters in the query or the form.</summary>
    private static void Read(IEndpointRouteBuilder api, string path, Func<HttpContext, Func<string, string>, Task> answer) =>
        api.MapMethods(path, ["GET", "POST"], async c =>
        {
            var form = c.Request.HasFormContentType ? await c.Request.ReadFormAsync(c.RequestAborted) : null;
            await answer(c, name => form is null ? c.Query(name) : form[name].ToString());
        });

    private Task One(HttpContext context, Func<string, string> query, Func<QbTorrent, Task> then) =>
        query("hash").Length == 0 ? context.AnswerAsync(400, "Bad Request")
        : Find(query("hash")) is { } torrent ? then(torrent)
        : context.AnswerAsync(404, "Not Found");

    private Task InfoAsync(HttpContext context, Func<string, string> query)
    {
        IEnumerable<QbTorrent> found = Torrents;
        if (query("hashes") is { Length: > 0 } hashes && hashes != "all")
            found = found.Where(t => hashes.Split('|').Contains(t.Hash, StringComparer.OrdinalIgnoreCase));
        if (query("category") is { Length: > 0 } category)
            found = found.Where(t => t.Category == category);
        if (query("tag") is { Length: > 0 } tag)
            found = found.Where(t => t.Tags.Contains(tag));
        found = query("filter") switch
        {
            "downloading" => found.Where(t => t.Progress < 1),
            "completed" or "seeding" => found.Where(t => t.Progress >= 1),
            "errored" => found.Where(t => t.Error is not null || t.IsMissingFiles),
            _ => found,
        };
        return context.JsonAsync(found.Select(t => QbJson.Torrent(t, _options.Dialect, true)).ToArray());
    }

    private Task MaindataAsync(HttpContext context, Func<string, string> query)
    {
        var torrents = new JsonObject();
        foreach (var torrent in Torrents)
            torrents[torrent.Hash] = QbJson.Torrent(torrent, _options.Dialect, false);
        var everything = new JsonObject
        {
            ["torrents"] = torrents,
            ["categories"] = CategoriesJson(),
            ["tags"] = TagsJson(),
            ["server_state"] = QbJson.ServerState(FreeSpace, Torrents.Sum(t => t.DownloadSpeed)),
        };
        return context.JsonAsync(QbSync.Answer((QbSession)context.Items[typeof(QbSession)]!, everything, Wire.ToInt(query("rid")) ?? 0));
    }

    private Task LogAsync(HttpContext context, Func<string, string> query)
    {
        (string Name, int Type)[] types = [("normal", 1), ("info", 2), ("warning", 4), ("critical", 8)];
        var wanted = types.Where(t => query(t.Name) != "false").Sum(t => t.Type);
        var known = Wire.ToInt(query("last_known_id")) ?? -1;
        lock (_store.Gate)
            return context.JsonAsync(_store.Log.Where(l => (l["type"]!.GetValue<int>() & wanted) != 0 && l["id"]!.GetValue<int>() > known).Select(l => l.DeepClone()).ToArray());
    }

    private JsonObject CategoriesJson()
    {
        var json = new JsonObject();
        foreach (var (name, path) in Categories)
            json[name] = new JsonObject { ["name"] = name, ["savePath"] = path };
        return json;
    }

    private JsonArray TagsJson()
    {
        lock (_store.Gate)
            return _store.Tags.Select(t => (JsonNode)t).ToArray();
    }

    private JsonObject Preferences() => new()
    {
        ["auto_tmm_enabled"] = false,
        ["bypass_local_auth"] = _options.BypassLocalAuth,
        ["incomplete_files_ext"] = true,
        ["max_ratio_enabled"] = false,
        ["preallocate_all"] = false,
        ["queueing_enabled"] = false,
        ["save_path"] = _options.DefaultSavePath,
        ["temp_path"] = $"{_options.DefaultSavePath}/temp",
        ["temp_path_enabled"] = false,
        ["web_ui_port"] = Address.Port,
    };
}
