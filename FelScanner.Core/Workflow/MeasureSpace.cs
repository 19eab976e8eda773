using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>
/// Free space at a request's folder with everything that already downloads taken off: measured by this program where it sees the path,
/// else Radarr's figure of the root folder, else qBittorrent's, which knows only its default disk. The remote figures are the last known
/// ones, renewed with a short patience, so that no press waits for a service that hangs.
/// </summary>
public sealed class MeasureSpace(ISettings settings, ILocalDisk disk, IRadarr radarr, ITorrentClient torrents, IRequests requests)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);
    private IReadOnlyList<RadarrRoot> _roots = [];
    private long? _defaultDisk;

    /// <summary>Null when the check is off.</summary>
    public async Task<SpaceReport?> ForAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        if (!current.Downloads.VerifyDiskSpace)
            return null;
        var (free, by) = await FreeAsync(request.TargetFolder, cancellationToken);
        var running = free is null ? 0 : await StillToComeAsync(request.RequestId, cancellationToken);
        return new SpaceReport(request.Bytes ?? 0, free is null ? null : Math.Max(0, free.Value - running), current.Downloads.MinFreeSpaceGb, by);
    }

    /// <summary>Where films go when no film is named: radarr_root_path, else the first root folder Radarr told; "" when neither is known.</summary>
    public string DefaultFolder => settings.Current.Radarr.RootPath is { Length: > 0 } root ? root : _roots.Count > 0 ? _roots[0].Path : "";

    /// <summary>Free bytes at a folder in Radarr's view and whose figure it is; null when nobody knows.</summary>
    public async Task<(long? Free, string By)> FreeAsync(string folder, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        if (disk.FreeBytes(new PathMapper(current.PathMappings).FromRadarr("local", folder)) is { } local)
            return (local, "measured here");
        _roots = await FreshAsync(radarr.RootsAsync, _roots, current.Radarr.Url.Length > 0, cancellationToken) ?? [];
        var root = _roots.Where(r => PathMapper.Covers(r.Path, folder)).MaxBy(r => r.Path.Length);
        if (root?.FreeBytes is { } free)
            return (free, "Radarr's figure");
        _defaultDisk = await FreshAsync(async ct => (await torrents.PollAsync(ct)).FreeBytesOnDefaultDisk, _defaultDisk, current.QBittorrent.Host.Length > 0, cancellationToken);
        return (_defaultDisk, "qBittorrent's figure for its default disk");
    }

    private async Task<long> StillToComeAsync(string requestId, CancellationToken cancellationToken)
    {
        var running = await requests.InAsync([RequestStatus.Approved, RequestStatus.Adding, RequestStatus.Downloading], cancellationToken);
        return running.Where(r => r.RequestId != requestId).Sum(r => (long)((r.Bytes ?? 0) * (1 - r.Progress)));
    }

    private static async Task<T?> FreshAsync<T>(Func<CancellationToken, Task<T>> ask, T? last, bool configured, CancellationToken cancellationToken)
    {
        if (!configured)
            return last;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await ask(patience.Token);
        }
        catch (ServiceFault)
        {
            return last;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return last;
        }
    }
}
