using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.QBittorrent;

/// <summary>
/// The torrents as last told by sync/maindata, which sends only what changed. The other side keeps its half per session:
/// after another login, or when it no longer knows the number, it sends everything again.
/// </summary>
internal sealed class QBittorrentSync(QBittorrentClient client) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, TorrentJson> _torrents = [];
    private (QBittorrentLogin Login, int Generation)? _of;
    private long _rid;
    private long? _freeBytes;

    public async Task<TorrentSnapshot> PollAsync(QBittorrentSettings settings, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var session = client.Session(settings);
            if (_of != (QBittorrentLogin.Of(settings), session.Generation))
                Forget();
            var reply = await client.GetAsync(settings, $"sync/maindata?rid={_rid}", Patience.Normal, cancellationToken);
            client.Plain(reply);
            Take(reply.Json(RemoteService.QBittorrent, QBittorrentContext.Default.MainDataJson) ?? new MainDataJson());
            _of = (QBittorrentLogin.Of(settings), session.Generation);
            return Snapshot(settings);
        }
        catch (ServiceFault)
        {
            Forget();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private void Take(MainDataJson answer)
    {
        // The number says nothing about being whole; only full_update does.
        if (answer.FullUpdate == true)
            _torrents.Clear();
        _rid = answer.Rid ?? 0;
        foreach (var (hash, part) in answer.Torrents ?? [])
            _torrents[hash] = (_torrents.TryGetValue(hash, out var known) ? known.With(part) : part) with { Hash = hash };
        foreach (var hash in answer.TorrentsRemoved ?? [])
            _torrents.Remove(hash);
        _freeBytes = answer.ServerState?.FreeSpaceOnDisk ?? _freeBytes;
    }

    private TorrentSnapshot Snapshot(QBittorrentSettings settings) => new(
        [.. _torrents.Values.Select(QBittorrentReading.State).Where(t => IsOurs(t, settings))], _torrents.Count, _freeBytes);

    private static bool IsOurs(TorrentState torrent, QBittorrentSettings settings) =>
        torrent.Tags.Any(tag => tag.StartsWith("felscanner-", StringComparison.Ordinal))
        || (settings.Category.Length > 0 && torrent.Category == settings.Category);

    private void Forget()
    {
        _torrents.Clear();
        (_rid, _of, _freeBytes) = (0, null, null);
    }
}
