using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>
/// After the last byte: read the file's own metadata, name the file by what is known now, have Plex scan that folder, ask Radarr to look again
/// if wanted, and see that Plex found it. Each part is tried again until it is done or a day has passed.
/// </summary>
public sealed class FinishDownload(Arrivals arrivals, IRequests requests, ProbeArrival probe, TellLibraries tell, FinishTools tools)
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <summary>Plex needs its time: only after about three minutes is its silence worth a word.</summary>
    private const int PatientLooks = 6;

    /// <returns>How many were finished.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = tools.Time.GetUtcNow();
        var finished = 0;
        foreach (var arrival in await arrivals.OpenAsync(cancellationToken))
        {
            if (arrival.NextTry > now)
                continue;
            var request = await requests.FindAsync(arrival.RequestId, cancellationToken);
            switch (request?.Status)
            {
                case RequestStatus.Downloading:
                    // Written down, and in this moment not yet called completed: its turn comes.
                    break;
                case RequestStatus.Completed:
                    finished += await FinishAsync(arrival, request, cancellationToken) ? 1 : 0;
                    break;
                default:
                    await arrivals.DoneAsync(arrival, cancellationToken);
                    break;
            }
        }

        return finished;
    }

    private async Task<bool> FinishAsync(Arrival arrival, DownloadRequest request, CancellationToken cancellationToken)
    {
        try
        {
            arrival = arrival.Probed ? arrival : await KeepAsync(arrival with { Probed = await probe.RunAsync(arrival, request, cancellationToken) }, cancellationToken);
            arrival = arrival.Named ? arrival : await KeepAsync(arrival with { FileName = await tools.Name.RunAsync(arrival, cancellationToken), Named = true }, cancellationToken);
            arrival = arrival.Scanned ? arrival : await KeepAsync(arrival with { Scanned = await tell.ScanPlexAsync(request, arrival.SavePath, cancellationToken) }, cancellationToken);
            arrival = arrival.Rescanned ? arrival : await KeepAsync(arrival with { Rescanned = await tell.RescanRadarrAsync(request, cancellationToken) }, cancellationToken);
            await tools.Seen.RunAsync(request, arrival.FileName, cancellationToken);
            await arrivals.DoneAsync(arrival, cancellationToken);
            tools.Findings.Clear(FindingOf(request));
            return true;
        }
        catch (ServiceFault fault)
        {
            await LaterAsync(arrival, request, fault, cancellationToken);
            return false;
        }
    }

    private async Task LaterAsync(Arrival arrival, DownloadRequest request, ServiceFault fault, CancellationToken cancellationToken)
    {
        var now = tools.Time.GetUtcNow();
        var notYet = fault is { Service: "plex", Kind: FaultKind.NotFound };
        if (!notYet || arrival.Attempts >= PatientLooks)
            tools.Findings.Raise(FindingOf(request), FindingSeverity.Warning, $"{FilmName.Of(request)} arrived, but {fault.What}", fault.Remedy, $"/requests/{request.RequestId}");
        if (now - arrival.At > GiveUpAfter)
        {
            await arrivals.DoneAsync(arrival, cancellationToken);
            if (!notYet)
                tools.Findings.Clear(FindingOf(request));
            return;
        }

        var wait = fault.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(1800, 3 << Math.Min(arrival.Attempts, 10)));
        // A scan may have been lost, or have come before the file stood there under its last name.
        var scanAgain = notYet && arrival.Attempts >= PatientLooks;
        await arrivals.WriteAsync(arrival with { Attempts = arrival.Attempts + 1, NextTry = now + wait, Scanned = arrival.Scanned && !scanAgain }, cancellationToken);
    }

    private async Task<Arrival> KeepAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        await arrivals.WriteAsync(arrival, cancellationToken);
        return arrival;
    }

    private static string FindingOf(DownloadRequest request) => $"after.{request.RequestId}";
}

/// <summary>What finishing needs beside its parts.</summary>
public sealed record FinishTools(NameArrival Name, SeenByPlex Seen, IFindings Findings, TimeProvider Time);

/// <summary>Names what arrived by what its file proved.</summary>
public sealed class NameArrival(ITorrentClient torrents, IRequests requests, NameForPlex names, IFindings findings)
{
    /// <returns>The film's file name as it is now.</returns>
    /// <exception cref="ServiceFault">qBittorrent cannot be asked.</exception>
    public async Task<string?> RunAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        if (await torrents.FindAsync(arrival.Hash, cancellationToken) is not { } torrent)
            return StackName.Leaf(arrival.ContentPath);
        if (names.IsOn && await requests.FindAsync(arrival.RequestId, cancellationToken) is { } request)
            await TryAsync(request, torrent, cancellationToken);
        return MainFile.Of(await torrents.FilesAsync(arrival.Hash, cancellationToken)) is { } film ? StackName.Leaf(film.Name) : null;
    }

    /// <summary>A name that is refused is no reason to hold Plex back.</summary>
    private async Task TryAsync(DownloadRequest request, TorrentState torrent, CancellationToken cancellationToken)
    {
        try
        {
            await names.RunAsync(request, torrent, cancellationToken);
        }
        catch (ServiceFault fault) when (fault.Kind == FaultKind.Refused)
        {
            findings.Raise($"name.{request.RequestId}", FindingSeverity.Warning, $"{FilmName.Of(request)} keeps its name: {fault.What}", fault.Remedy, $"/requests/{request.RequestId}");
        }
    }
}

/// <summary>Tells Plex and Radarr that a folder has something new.</summary>
public sealed class TellLibraries(IPlexLibrary plex, IRadarr radarr, ISettings settings)
{
    /// <param name="request">The request that arrived.</param>
    /// <param name="savePath">Where qBittorrent keeps it, which a person may have changed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Always true: done, or not wanted.</returns>
    /// <exception cref="ServiceFault">Plex cannot be asked, or covers no such folder.</exception>
    public async Task<bool> ScanPlexAsync(DownloadRequest request, string savePath, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        if (!current.Plex.ScanAfterDownload || current.Plex.Url.Length == 0)
            return true;
        var mapper = new PathMapper(current.PathMappings);
        var moved = savePath.Length > 0 && savePath.TrimEnd('/', '\\') != mapper.FromRadarr("qbittorrent", request.TargetFolder).TrimEnd('/', '\\');
        var folder = moved ? mapper.Between("qbittorrent", "plex", savePath) : mapper.FromRadarr("plex", request.TargetFolder);
        if (await plex.ScanFolderAsync(folder, cancellationToken))
            return true;
        throw new ServiceFault("plex", FaultKind.Refused, $"no Plex library covers {folder}.", "Add a path mapping for plex under Settings, Downloads & paths.");
    }

    /// <returns>Always true: done, or not wanted.</returns>
    public async Task<bool> RescanRadarrAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (settings.Current.Radarr.RescanAfterDownload && request.RadarrId is { } id)
            await radarr.RescanAsync(id, cancellationToken);
        return true;
    }
}
