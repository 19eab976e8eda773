namespace FelScanner.Web.Demo.QBittorrent;

/// <summary>The calls that change torrents which are already there. All are POST with a form.</summary>
internal sealed class QbActions(QbStore store, QbAdd add, QbOptions options, TimeProvider time, Action<QbTorrent, string, string> renamed)
{
    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create("\\:*?\"<>|");

    public void Map(IEndpointRouteBuilder api)
    {
        Many(api, options.Dialect.SaysStopped ? "stop" : "pause", (t, _) => t.Stop());
        Many(api, options.Dialect.SaysStopped ? "start" : "resume", (t, _) => add.Begin(t));
        Many(api, "addTags", (t, form) => Tag(t, [.. t.Tags.Union(TagsIn(form))]));
        Many(api, "removeTags", (t, form) => Tag(t, [.. t.Tags.Except(TagsIn(form))]));
        Many(api, "setUploadLimit", (t, form) => t.UploadLimit = Wire.ToLong(form("limit")) ?? -1);
        Many(api, "setAutoManagement", (t, form) => t.AutoTmm = form("enable") == "true");
        Many(api, "toggleSequentialDownload", (t, _) => t.Sequential = !t.Sequential);
        foreach (var quiet in (string[])["recheck", "reannounce", "setForceStart", "setShareLimits", "setDownloadLimit"])
            Many(api, quiet, (_, _) => { });
        Act(api, "topPrio", _ => (409, "Torrent queueing must be enabled"));
        Act(api, "delete", Delete);
        Act(api, "setLocation", SetLocation);
        Act(api, "setCategory", SetCategory);
        Act(api, "createCategory", CreateCategory);
        Act(api, "rename", Rename);
        Act(api, "renameFile", RenameFile);
        Act(api, "createTags", form =>
        {
            store.Tags.UnionWith(TagsIn(form));
            return (200, "");
        });
    }

    private void Many(IEndpointRouteBuilder api, string name, Action<QbTorrent, Func<string, string>> act) => Act(api, name, form =>
    {
        if (form("hashes").Length == 0)
            return (400, "Bad Request");
        foreach (var torrent in store.Named(form("hashes")))
            act(torrent, form);
        return (200, "");
    });

    private void Act(IEndpointRouteBuilder api, string name, Func<Func<string, string>, (int Status, string Body)> act) =>
        api.MapPost($"/torrents/{name}", async c =>
        {
            var form = c.Request.HasFormContentType ? await c.Request.ReadFormAsync(c.RequestAborted) : FormCollection.Empty;
            (int Status, string Body) answer;
            lock (store.Gate)
                answer = act(field => form[field].ToString());
            await c.AnswerAsync(answer is (200, "") && options.Dialect.IsModern ? 204 : answer.Status, answer.Body);
        });

    private (int Status, string Body) Delete(Func<string, string> form)
    {
        if (form("hashes").Length == 0 || form("deleteFiles").Length == 0)
            return (400, "Bad Request");
        foreach (var torrent in store.Named(form("hashes")))
            store.Torrents.Remove(torrent.Hash);
        return (200, "");
    }

    private (int Status, string Body) SetLocation(Func<string, string> form)
    {
        var location = form("location");
        if (form("hashes").Length == 0 || location.Length == 0)
            return (400, "Save path cannot be empty");
        if (add.ImpossiblePaths.Keys.Any(p => location.StartsWith(p, StringComparison.Ordinal)))
            return (409, "Cannot make save path");
        foreach (var torrent in store.Named(form("hashes")))
            (torrent.SavePath, torrent.AutoTmm) = (location.TrimEnd('/'), false);
        return (200, "");
    }

    private (int Status, string Body) SetCategory(Func<string, string> form)
    {
        var category = form("category");
        if (category.Length > 0 && !store.Categories.ContainsKey(category))
            return (409, "Incorrect category name");
        foreach (var torrent in store.Named(form("hashes")))
            torrent.Category = category;
        return (200, "");
    }

    private (int Status, string Body) CreateCategory(Func<string, string> form)
    {
        var category = form("category");
        if (category.Length == 0)
            return (400, "Category cannot be empty");
        if (category.Contains("//", StringComparison.Ordinal) || category.StartsWith('/') || category.EndsWith('/') || category.Contains('\\', StringComparison.Ordinal))
            return (409, "Incorrect category name");
        return store.Categories.TryAdd(category, form("savePath")) ? (200, "") : (409, "Unable to create category");
    }

    private (int Status, string Body) Rename(Func<string, string> form)
    {
        if (store.Named(form("hash")) is not [var torrent])
            return (404, "Not Found");
        if (form("name").Trim().Length == 0)
            return (409, "Incorrect torrent name");
        torrent.Name = form("name").Trim();
        return (200, "");
    }

    private (int Status, string Body) RenameFile(Func<string, string> form)
    {
        var early = options.Dialect.IsEarly;
        if ((early ? ["hash", "id", "name"] : (string[])["hash", "oldPath", "newPath"]).Any(field => form(field).Length == 0))
            return (400, "Bad Request");
        if (store.Named(form("hash")) is not [var torrent])
            return (404, "Not Found");
        var shown = (torrent.File?.Files ?? []).Select(f => torrent.Shown(f.Path)).ToList();
        var from = early ? shown.ElementAtOrDefault(Wire.ToInt(form("id")) ?? -1) : form("oldPath");
        if (from is null || !shown.Contains(from))
            return (409, early ? "File ID is not valid" : $"No such file: '{from ?? form("oldPath")}'.");
        // The real one takes a name that climbs out of the folder; nobody here may send one.
        var to = early ? from[..(from.LastIndexOf('/') + 1)] + form("name") : form("newPath");
        if (to.Split('/').Any(part => part is "" or "." or ".." || part.AsSpan().ContainsAny(Forbidden)) || (early && form("name").Contains('/', StringComparison.Ordinal)))
            return (409, "The name is not allowed.");
        if (to != from && shown.Contains(to))
            return (409, "The file already exists.");
        if (options.RenameTakes == TimeSpan.Zero)
            Show(torrent, from, to);
        else
            _ = ShowLaterAsync(torrent, from, to);
        return (200, "");
    }

    /// <summary>The real one answers at once and shows the new name when its disk thread has done it.</summary>
    private async Task ShowLaterAsync(QbTorrent torrent, string from, string to)
    {
        await Task.Delay(options.RenameTakes, time);
        lock (store.Gate)
            Show(torrent, from, to);
    }

    private void Show(QbTorrent torrent, string from, string to)
    {
        torrent.Renamed[torrent.Renamed.FirstOrDefault(r => r.Value == from).Key ?? from] = to;
        renamed(torrent, from, to);
    }

    private void Tag(QbTorrent torrent, IReadOnlyList<string> tags)
    {
        torrent.Tags = tags;
        store.Tags.UnionWith(tags);
    }

    private static string[] TagsIn(Func<string, string> form) =>
        form("tags").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
