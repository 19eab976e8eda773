using System.Text.Json;
using System.Text.Json.Nodes;
using FelScanner.Tests.Support;
using FelScanner.Tests.Web.Demo;
using FelScanner.Tests.Web.Demo.QBittorrent;
using FelScanner.Web.Demo.Torrents;

namespace FelScanner.Tests.Peers;

/// <summary>A table of calls to a qBittorrent of the generation 4.5, and the form of each answer: status, and the text, or the names and kinds in its JSON.</summary>
internal static class AgreementTable
{
    private static readonly byte[] Torrent = SmallTorrent.Of("Agreement.2024.2160p.mkv", new byte[600_000], "http://127.0.0.1:9/announce");

    private static readonly string Hash = TorrentFile.Read(Torrent)!.Hash;

    /// <summary>What a client reads of a torrent; the rest of the real answer is nobody's business here.</summary>
    private static readonly string[] Read =
    [
        "added_on", "amount_left", "auto_tmm", "category", "completion_on", "content_path", "dlspeed", "eta", "hash", "infohash_v1",
        "name", "num_seeds", "progress", "save_path", "seq_dl", "size", "state", "tags", "total_size",
    ];

    public static async Task<IReadOnlyList<string>> RunAsync(Uri address, string savePath)
    {
        using var client = new WireClient(address, cookies: true);
        var lines = new List<string>();
        void Note(string call, WireAnswer answer) => lines.Add($"{call} → {answer.Status} {Form(answer)}");

        Note("without a session", await client.GetAsync("api/v2/app/version"));
        Note("wrong password", await client.FormAsync("api/v2/auth/login", ("username", "admin"), ("password", "wrong")));
        Note("login by GET", await client.GetAsync("api/v2/auth/login"));
        Note("login", await client.FormAsync("api/v2/auth/login", ("username", "admin"), ("password", "spikepass1")));
        Note("foreign origin", await client.GetAsync("api/v2/app/version", ("Origin", "http://evil.example")));
        Note("foreign referer", await client.GetAsync("api/v2/app/version", ("Referer", "http://evil.example/page")));
        Note("version", await client.GetAsync("api/v2/app/version"));
        Note("web api version", await client.GetAsync("api/v2/app/webapiVersion"));
        Note("unknown call", await client.GetAsync("api/v2/app/nonsense"));
        await AddAsync(client, savePath, Note);
        await ReadAsync(client, Note);
        await ChangeAsync(client, savePath, Note);
        return lines;
    }

    private static async Task AddAsync(WireClient client, string savePath, Action<string, WireAnswer> note)
    {
        note("add by GET", await client.GetAsync("api/v2/torrents/add"));
        note("add a page", await client.PostAsync("api/v2/torrents/add", QbForms.Upload("<html></html>"u8.ToArray())));
        note("add nothing", await client.FormAsync("api/v2/torrents/add", ("urls", "")));
        note("add a bad magnet", await client.FormAsync("api/v2/torrents/add", ("urls", "magnet:?nothing")));
        note("add", await client.PostAsync("api/v2/torrents/add", QbForms.Upload(Torrent,
            ("savepath", savePath + "/Agreement (2024)"), ("autoTMM", "false"), ("paused", "true"), ("stopped", "true"), ("category", "movies-fel"),
            ("tags", "felscanner-1,b"), ("contentLayout", "NoSubfolder"), ("sequentialDownload", "true"))));
        await Eventually.BecomesAsync("the torrent is listed", TimeSpan.FromSeconds(20), async () =>
            (await client.GetAsync($"api/v2/torrents/info?hashes={Hash}")).Json is JsonArray { Count: > 0 } list && (string)list[0]!["state"]! == "pausedDL" ? list : null);
        note("add again", await client.PostAsync("api/v2/torrents/add", QbForms.Upload(Torrent)));
    }

    private static async Task ReadAsync(WireClient client, Action<string, WireAnswer> note)
    {
        note("info", await client.GetAsync($"api/v2/torrents/info?hashes={Hash.ToUpperInvariant()}"));
        note("info by POST", await client.FormAsync("api/v2/torrents/info", ("hashes", Hash)));
        note("info by tag", await client.GetAsync("api/v2/torrents/info?tag=felscanner-1"));
        note("info of an unknown", await client.GetAsync("api/v2/torrents/info?hashes=0000000000000000000000000000000000000000"));
        note("properties of an unknown", await client.GetAsync("api/v2/torrents/properties?hash=0000000000000000000000000000000000000000"));
        note("properties of nothing", await client.GetAsync("api/v2/torrents/properties"));
        note("files", await client.GetAsync($"api/v2/torrents/files?hash={Hash}"));
        note("piece states", await client.GetAsync($"api/v2/torrents/pieceStates?hash={Hash}"));
        note("categories", await client.GetAsync("api/v2/torrents/categories"));
    }

    private static async Task ChangeAsync(WireClient client, string savePath, Action<string, WireAnswer> note)
    {
        note("start, not known yet", await client.FormAsync("api/v2/torrents/start", ("hashes", Hash)));
        note("resume by GET", await client.GetAsync($"api/v2/torrents/resume?hashes={Hash}"));
        note("pause", await client.FormAsync("api/v2/torrents/pause", ("hashes", Hash)));
        note("add tags", await client.FormAsync("api/v2/torrents/addTags", ("hashes", Hash), ("tags", "c")));
        note("category twice", await client.FormAsync("api/v2/torrents/createCategory", ("category", "movies-fel"), ("savePath", "")));
        note("category with slashes", await client.FormAsync("api/v2/torrents/createCategory", ("category", "a//b"), ("savePath", "")));
        note("category without a name", await client.FormAsync("api/v2/torrents/createCategory", ("category", ""), ("savePath", "")));
        note("set an unknown category", await client.FormAsync("api/v2/torrents/setCategory", ("hashes", Hash), ("category", "nobody")));
        note("move", await client.FormAsync("api/v2/torrents/setLocation", ("hashes", Hash), ("location", savePath + "/Elsewhere (2024)")));
        note("move to nowhere", await client.FormAsync("api/v2/torrents/setLocation", ("hashes", Hash), ("location", "")));
        note("rename a file", await client.FormAsync("api/v2/torrents/renameFile", ("hash", Hash), ("oldPath", "Agreement.2024.2160p.mkv"), ("newPath", "Agreement (2024).mkv")));
        await ShownAsync(client, "Agreement (2024).mkv");
        note("rename an unknown file", await client.FormAsync("api/v2/torrents/renameFile", ("hash", Hash), ("oldPath", "nothing.mkv"), ("newPath", "x.mkv")));
        note("rename without a new name", await client.FormAsync("api/v2/torrents/renameFile", ("hash", Hash), ("oldPath", "Agreement (2024).mkv")));
        note("rename with what every version reads", await client.FormAsync("api/v2/torrents/renameFile", ("hash", Hash), ("oldPath", "Agreement (2024).mkv"), ("newPath", "Agreement (2024) - 2160p DV FEL.mkv"), ("id", "0"), ("name", "Agreement (2024) - 2160p DV FEL.mkv")));
        note("rename a file of an unknown", await client.FormAsync("api/v2/torrents/renameFile", ("hash", "0000000000000000000000000000000000000000"), ("oldPath", "a"), ("newPath", "b")));
        note("files afterwards", await ShownAsync(client, "2160p DV FEL"));
        note("delete without saying files", await client.FormAsync("api/v2/torrents/delete", ("hashes", Hash)));
        note("delete", await client.FormAsync("api/v2/torrents/delete", ("hashes", Hash), ("deleteFiles", "true")));
        note("delete an unknown", await client.FormAsync("api/v2/torrents/delete", ("hashes", "0000000000000000000000000000000000000000"), ("deleteFiles", "true")));
        note("logout", await client.FormAsync("api/v2/auth/logout"));
        note("after the logout", await client.GetAsync("api/v2/app/version"));
    }

    /// <summary>The real one answers a renaming before its disk thread has done it, and refuses the next one of a name that it does not show yet.</summary>
    private static Task<WireAnswer> ShownAsync(WireClient client, string name) => Eventually.BecomesAsync($"the file is named {name}", TimeSpan.FromSeconds(60), async () =>
        await client.GetAsync($"api/v2/torrents/files?hash={Hash}") is var answer && answer.Text.Contains(name, StringComparison.Ordinal) ? answer : null);

    private static string Form(WireAnswer answer)
    {
        if (answer.Text is not ['[' or '{', ..])
            return answer.Text;
        return answer.Json switch
        {
            JsonArray { Count: 0 } => "[]",
            JsonArray list when list[0] is JsonObject first => $"[{list.Count}: {Members(first)}]",
            JsonArray list => $"[{list.Count} {list[0]!.GetValueKind()}]",
            JsonObject one => Members(one),
            var other => other.GetValueKind().ToString(),
        };
    }

    private static string Members(JsonObject one)
    {
        var named = one.ContainsKey("hash") && one.ContainsKey("state") ? Read.Where(one.ContainsKey) : one.Select(p => p.Key).Order(StringComparer.Ordinal);
        return string.Join(' ', named.Select(name => $"{name}:{Kind(one[name])}"));
    }

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.String => value.GetValue<string>(),
        { } kind => kind.ToString(),
    };
}
