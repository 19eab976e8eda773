using System.Globalization;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.QBittorrent;

/// <summary>The owner's qBittorrent in the program's words.</summary>
internal sealed class QBittorrentTorrents(ISettings settings, QBittorrentClient client, QBittorrentSync sync) : ITorrentClient
{
    private static readonly RemoteService Service = RemoteService.QBittorrent;

    private QBittorrentSettings Now => settings.Current.QBittorrent;

    public async Task<AddOutcome> AddAsync(TorrentToAdd torrent, CancellationToken cancellationToken)
    {
        await EnsureCategoryAsync(torrent.Category, cancellationToken);
        var reply = await client.PostAsync(Now, "torrents/add", () => QBittorrentUpload.Form(torrent), cancellationToken);
        if (WasTaken(reply))
            return AddOutcome.Added;
        if (reply.Status is not (409 or (>= 200 and < 300) or 415))
            throw Faults.Status(Service, reply, client.Time);
        return await FindAsync(torrent.Hash, cancellationToken) is not null ? AddOutcome.AlreadyThere : throw QBittorrentFaults.NotAdded(reply);
    }

    public async Task<TorrentState?> FindAsync(string hash, CancellationToken cancellationToken) =>
        (await InfoAsync($"torrents/info?hashes={Addresses.Escape(hash)}", cancellationToken))
            .FirstOrDefault(t => t.Hash.Equals(hash, StringComparison.OrdinalIgnoreCase));

    // Versions before 2.8.3 of the API ignore the filter: it is applied here again.
    public async Task<IReadOnlyList<TorrentState>> TaggedAsync(string tag, CancellationToken cancellationToken) =>
        [.. (await InfoAsync($"torrents/info?tag={Addresses.Escape(tag)}", cancellationToken)).Where(t => t.Tags.Contains(tag))];

    public async Task<IReadOnlyList<TorrentState>> InFolderAsync(string savePath, CancellationToken cancellationToken) =>
        [.. (await InfoAsync("torrents/info", cancellationToken)).Where(t => t.SavePath.TrimEnd('/', '\\') == savePath.TrimEnd('/', '\\'))];

    public Task<TorrentSnapshot> PollAsync(CancellationToken cancellationToken) => sync.PollAsync(Now, cancellationToken);

    public async Task<IReadOnlyList<TorrentContent>> FilesAsync(string hash, CancellationToken cancellationToken)
    {
        var reply = await OfTorrentAsync("files", hash, cancellationToken);
        return [.. (reply.Json(Service, QBittorrentContext.Default.ListContentJson) ?? []).Select(QBittorrentReading.Content)];
    }

    public async Task<IReadOnlyList<int>> PiecesAsync(string hash, CancellationToken cancellationToken) =>
        (await OfTorrentAsync("pieceStates", hash, cancellationToken)).Json(Service, QBittorrentContext.Default.Pieces) ?? [];

    public async Task<long> PieceSizeAsync(string hash, CancellationToken cancellationToken) =>
        (await OfTorrentAsync("properties", hash, cancellationToken)).Json(Service, QBittorrentContext.Default.PropertiesJson)?.PieceSize ?? 0;

    public async Task<string?> ErrorReasonAsync(TorrentState torrent, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(
            Now, "log/main?normal=false&info=false&warning=true&critical=true&last_known_id=-1", Patience.Normal, cancellationToken);
        client.Plain(reply);
        return QBittorrentReading.Reason(reply.Json(Service, QBittorrentContext.Default.ListLogJson) ?? [], torrent.Name);
    }

    // Until 4.3.2 a file was named by its number and could only get another name; each version ignores the other's fields.
    public Task RenameFileAsync(string hash, TorrentContent file, string newPath, CancellationToken cancellationToken) => DoAsync(
        "torrents/renameFile",
        new()
        {
            ["hash"] = hash,
            ["oldPath"] = file.Name,
            ["newPath"] = newPath,
            ["id"] = file.Index.ToString(CultureInfo.InvariantCulture),
            ["name"] = newPath[(newPath.LastIndexOf('/') + 1)..],
        },
        "rename the file",
        cancellationToken);

    public Task MoveAsync(string hash, string savePath, CancellationToken cancellationToken) =>
        DoAsync("torrents/setLocation", new() { ["hashes"] = hash, ["location"] = savePath }, "move the torrent there", cancellationToken);

    public Task TagAsync(string hash, string tag, CancellationToken cancellationToken) =>
        DoAsync("torrents/addTags", new() { ["hashes"] = hash, ["tags"] = tag }, "tag the torrent", cancellationToken);

    public Task StopAsync(string hash, CancellationToken cancellationToken) => SwitchAsync(hash, "stop", "pause", cancellationToken);

    public Task StartAsync(string hash, CancellationToken cancellationToken) => SwitchAsync(hash, "start", "resume", cancellationToken);

    public Task RemoveAsync(string hash, bool withFiles, CancellationToken cancellationToken) =>
        DoAsync("torrents/delete", new() { ["hashes"] = hash, ["deleteFiles"] = withFiles ? "true" : "false" }, "remove the torrent", cancellationToken);

    public async Task<IReadOnlyList<string>> SavePathsAsync(CancellationToken cancellationToken) =>
        [.. (await InfoAsync("torrents/info", cancellationToken)).Select(t => t.SavePath).Where(path => path.Length > 0).Distinct(StringComparer.Ordinal)];

    public async Task<string> DefaultSavePathAsync(CancellationToken cancellationToken) =>
        client.Plain(await client.GetAsync(Now, "app/defaultSavePath", Patience.Normal, cancellationToken)).Trim();

    // "Ok." until 5.1; counts from 5.2 on, 202 while something is pending; some versions answer nothing.
    private static bool WasTaken(Reply reply)
    {
        if (!reply.IsSuccess || reply.Text.Trim() == "Fails.")
            return false;
        if (reply.LooksLikeHtml)
            throw Faults.Html(Service, reply.Address);
        return reply.Body is not [(byte)'{', ..]
            || reply.Json(Service, QBittorrentContext.Default.AddedJson) is not { SuccessCount: 0, PendingCount: null or 0, FailureCount: > 0 };
    }

    private async Task EnsureCategoryAsync(string category, CancellationToken cancellationToken)
    {
        if (category.Length == 0)
            return;
        var reply = await client.GetAsync(Now, "torrents/categories", Patience.Normal, cancellationToken);
        client.Plain(reply);
        if (reply.Json(Service, QBittorrentContext.Default.DictionaryStringCategoryJson)?.ContainsKey(category) == true)
            return;
        var made = await client.PostAsync(Now, "torrents/createCategory", new Dictionary<string, string> { ["category"] = category, ["savePath"] = "" }, cancellationToken);
        if (made.Status == 409 && made.Text.Contains("Incorrect", StringComparison.OrdinalIgnoreCase))
            throw new ServiceFault(Service.Id, FaultKind.Refused, $"qBittorrent does not allow a category named “{category}”.", "Choose another name in qbittorrent_category.");
        if (!made.IsSuccess && made.Status != 409)
            throw Faults.Status(Service, made, client.Time);
    }

    private async Task<IReadOnlyList<TorrentState>> InfoAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(Now, pathAndQuery, Patience.Normal, cancellationToken);
        client.Plain(reply);
        return [.. (reply.Json(Service, QBittorrentContext.Default.ListTorrentJson) ?? []).Select(QBittorrentReading.State)];
    }

    private async Task<Reply> OfTorrentAsync(string what, string hash, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(Now, $"torrents/{what}?hash={Addresses.Escape(hash)}", Patience.Normal, cancellationToken);
        if (reply.Status == 404)
            throw QBittorrentFaults.Unknown(hash);
        client.Plain(reply);
        return reply;
    }

    // Renamed in API 2.11 (qBittorrent 5.0); a fork may have either, so the other word is tried before giving up.
    private async Task SwitchAsync(string hash, string newer, string older, CancellationToken cancellationToken)
    {
        var isNewer = await client.ApiVersionAsync(Now, Patience.Normal, cancellationToken) >= new Version(2, 11);
        var form = new Dictionary<string, string> { ["hashes"] = hash };
        var reply = await client.PostAsync(Now, "torrents/" + (isNewer ? newer : older), form, cancellationToken);
        if (reply.Status == 404)
            reply = await client.PostAsync(Now, "torrents/" + (isNewer ? older : newer), form, cancellationToken);
        client.Plain(reply);
    }

    private async Task DoAsync(string path, Dictionary<string, string> form, string what, CancellationToken cancellationToken)
    {
        var reply = await client.PostAsync(Now, path, form, cancellationToken);
        if (reply.Status == 404)
            throw QBittorrentFaults.Unknown(form.GetValueOrDefault("hash") ?? form["hashes"]);
        if (reply.Status is 400 or 409)
            throw new ServiceFault(Service.Id, FaultKind.Refused, $"qBittorrent could not {what}: {Said(reply)}.", "Check the path and its rights as qBittorrent sees them.");
        client.Plain(reply);
    }

    private static string Said(Reply reply) => reply.LooksLikeHtml || reply.Body.Length is 0 or > 300 ? $"answer {reply.Status}" : reply.Text.Trim().TrimEnd('.');
}
