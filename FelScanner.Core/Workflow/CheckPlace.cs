using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Workflow;

/// <summary>Compares where a torrent is saved with the film's folder, after the add and for as long as it runs: a person or a rule of qBittorrent may have moved it.</summary>
public sealed class CheckPlace(ISettings settings, IFindings findings)
{
    internal static string FindingOf(DownloadRequest request) => $"path.{request.RequestId}";

    public void Check(DownloadRequest request, TorrentState torrent)
    {
        var wanted = new PathMapper(settings.Current.PathMappings).FromRadarr("qbittorrent", request.TargetFolder);
        var finding = FindingOf(request);
        if (torrent.SavePath.TrimEnd('/', '\\') == wanted.TrimEnd('/', '\\'))
            findings.Clear(finding);
        else
            findings.Raise(
                finding, FindingSeverity.Error, $"{request.MovieTitle} is saved to {torrent.SavePath}, not to {wanted}.",
                "Set the location in qBittorrent to the film's folder, and turn automatic torrent management off for it.", $"/requests/{request.RequestId}");
    }
}
