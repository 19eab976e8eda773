using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>After the last byte: read the file's own metadata, ask Plex to scan that folder, ask Radarr to look again if wanted. Each part is tried again until it is done or a day has passed.</summary>
public sealed class FinishDownload(Arrivals arrivals, IRequests requests, ProbeArrival probe, TellLibraries tell, FinishTools tools)
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <returns>How many were finished.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = tools.Time.GetUtcNow();
        var finished = 0;
        foreach (var arrival in await arrivals.OpenAsync(cancellationToken))
        {
            if (arrival.NextTry > now)
                continue;
            if (await requests.FindAsync(arrival.RequestId, cancellationToken) is { Status: RequestStatus.Completed } request)
                finished += await FinishAsync(arrival, request, cancellationToken) ? 1 : 0;
            else
                await arrivals.DoneAsync(arrival, cancellationToken);
        }

        return finished;
    }

    private async Task<bool> FinishAsync(Arrival arrival, DownloadRequest request, CancellationToken cancellationToken)
    {
        var finding = $"request.{request.RequestId}.after";
        try
        {
            arrival = arrival.Probed ? arrival : await KeepAsync(arrival with { Probed = await probe.RunAsync(arrival, request, cancellationToken) }, cancellationToken);
            arrival = arrival.Scanned ? arrival : await KeepAsync(arrival with { Scanned = await tell.ScanPlexAsync(request, cancellationToken) }, cancellationToken);
            arrival = arrival.Rescanned ? arrival : await KeepAsync(arrival with { Rescanned = await tell.RescanRadarrAsync(request, cancellationToken) }, cancellationToken);
            await arrivals.DoneAsync(arrival, cancellationToken);
            tools.Findings.Clear(finding);
            return true;
        }
        catch (ServiceFault fault)
        {
            var now = tools.Time.GetUtcNow();
            tools.Findings.Raise(finding, FindingSeverity.Warning, $"{FilmName.Of(request)} arrived, but {fault.What}", fault.Remedy, $"/requests/{request.RequestId}");
            if (now - arrival.At > GiveUpAfter)
            {
                await arrivals.DoneAsync(arrival, cancellationToken);
                tools.Findings.Clear(finding);
            }
            else
            {
                await arrivals.WriteAsync(arrival with { Attempts = arrival.Attempts + 1, NextTry = now + TimeSpan.FromSeconds(Math.Min(1800, 15 << Math.Min(arrival.Attempts, 7))) }, cancellationToken);
            }

            return false;
        }
    }

    private async Task<Arrival> KeepAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        await arrivals.WriteAsync(arrival, cancellationToken);
        return arrival;
    }
}

/// <summary>What finishing needs beside its parts.</summary>
public sealed record FinishTools(IFindings Findings, TimeProvider Time);

/// <summary>Tells Plex and Radarr that a folder has something new.</summary>
public sealed class TellLibraries(IPlexLibrary plex, IRadarr radarr, ISettings settings)
{
    /// <returns>Always true: done, or not wanted.</returns>
    /// <exception cref="ServiceFault">Plex cannot be asked, or covers no such folder.</exception>
    public async Task<bool> ScanPlexAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        if (!current.Plex.ScanAfterDownload || current.Plex.Url.Length == 0)
            return true;
        var folder = new PathMapper(current.PathMappings).FromRadarr("plex", request.TargetFolder);
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
