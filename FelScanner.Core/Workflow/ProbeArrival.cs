using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Reads the layer of what arrived and tells whether the claim was true.</summary>
public sealed class ProbeArrival(ITorrentClient torrents, ILocalDisk disk, RequestDoor door, ISettings settings)
{
    /// <returns>Always true: probed, or not readable from here, which is said.</returns>
    public async Task<bool> RunAsync(Arrival arrival, DownloadRequest request, CancellationToken cancellationToken)
    {
        var film = MainFile.Of(await torrents.FilesAsync(arrival.Hash, cancellationToken));
        var path = film is null ? arrival.ContentPath : $"{arrival.SavePath.TrimEnd('/', '\\')}/{film.Name}";
        var here = new PathMapper(settings.Current.PathMappings).Between("qbittorrent", "local", path);
        var result = await disk.ProbeAsync(here, null, cancellationToken);
        var proven = result.Complete && (result.Rpus > 0 || result.Layer == EnhancementLayer.None);
        await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Completed],
                To = RequestStatus.Completed,
                Change = r => r with
                {
                    ArrivedLayer = result.Layer == EnhancementLayer.Unknown ? r.ArrivedLayer : result.Layer,
                    LayerProven = proven || r.LayerProven,
                    ProbeReason = result.Reason,
                    ArrivedProfile = result.Profile ?? r.ArrivedProfile,
                },
                By = Decider.System,
                Event = proven ? "proven" : "not_proven",
                Sentence = $"{FilmName.Of(request)}: {LayerText.Sentence(result)}",
            },
            cancellationToken);
        return true;
    }
}

/// <summary>The film among a torrent's files.</summary>
internal static class MainFile
{
    private static readonly string[] Kinds = [".mkv", ".mp4", ".m4v", ".mov", ".ts", ".m2ts", ".mts", ".hevc"];

    public static TorrentContent? Of(IReadOnlyList<TorrentContent> files) =>
        files.Where(f => Kinds.Contains(Path.GetExtension(f.Name).ToLowerInvariant())).MaxBy(f => f.Size);
}
