using FelScanner.Core.Domain.DolbyVision;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Quality;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>
/// Early truth: as soon as the head of the film's file is really there (by qBittorrent's pieces, never by size: the file is sparse),
/// its layer is read. A promised FEL that is none is told at once, with the choice to keep or stop it; nothing stops by itself.
/// </summary>
public sealed class ProbeHeads(ITorrentClient torrents, ILocalDisk disk, RequestDoor door, ISettings settings)
{
    private static readonly string[] Endings = ["", ".!qB"];
    private const long EnoughBytes = 24 * 1024 * 1024;
    private readonly Dictionary<string, long> _tried = [];

    public async Task LookAsync(DownloadRequest request, TorrentState torrent, CancellationToken cancellationToken)
    {
        if (request.LayerProven || request.ArrivedLayer != EnhancementLayer.Unknown || request.QualityType != "fel" || torrent.Downloaded <= 0)
            return;
        if (MainFile.Of(await torrents.FilesAsync(torrent.Hash, cancellationToken)) is not { } film)
            return;
        var head = await HeadAsync(torrent, film, cancellationToken);
        if (head < Math.Min(EnoughBytes, film.Size) || _tried.GetValueOrDefault(request.RequestId) * 2 > head)
            return;
        _tried[request.RequestId] = head;
        var result = await disk.ProbeAsync(Unfinished(torrent, film), head, cancellationToken);
        if (result.Layer != EnhancementLayer.Unknown)
            await TellAsync(request, result, cancellationToken);
    }

    /// <summary>Where the file stands while it loads: qBittorrent may keep it in a folder of its own, and with an ending of its own.</summary>
    private string Unfinished(TorrentState torrent, TorrentContent film)
    {
        var mapper = new PathMapper(settings.Current.PathMappings);
        string[] folders = torrent.DownloadPath.Length > 0 ? [torrent.DownloadPath, torrent.SavePath] : [torrent.SavePath];
        string[] places = [.. folders.SelectMany(_ => Endings, (folder, ending) => mapper.Between("qbittorrent", "local", $"{folder.TrimEnd('/', '\\')}/{film.Name}{ending}"))];
        return places.FirstOrDefault(place => disk.Look(place) is not null) ?? places[^2];
    }

    /// <summary>Bytes at the file's head whose pieces are all there.</summary>
    private async Task<long> HeadAsync(TorrentState torrent, TorrentContent film, CancellationToken cancellationToken)
    {
        if (film.Progress >= 1)
            return film.Size;
        var size = await torrents.PieceSizeAsync(torrent.Hash, cancellationToken);
        var pieces = await torrents.PiecesAsync(torrent.Hash, cancellationToken);
        var there = pieces.Skip(film.FirstPiece).Take(film.LastPiece - film.FirstPiece + 1).TakeWhile(state => state == 2).Count();

        // The first piece may begin in the file before: one piece less is safe.
        return Math.Min(film.Size, Math.Max(0, there - 1) * size);
    }

    private Task TellAsync(DownloadRequest request, ProbeResult result, CancellationToken cancellationToken)
    {
        var fel = result.Layer == EnhancementLayer.Fel;
        return door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Downloading],
                To = RequestStatus.Downloading,
                Change = r => r with { ArrivedLayer = result.Layer, LayerProven = fel, ProbeReason = result.Reason, ArrivedProfile = result.Profile, AskedToStop = !fel && !r.Kept },
                By = Decider.System,
                Event = fel ? "proven" : "unmasked",
                Sentence = $"{FilmName.Of(request)}: {LayerText.Sentence(result)}, read from its first megabytes",
                Asks = !fel,
            },
            cancellationToken);
    }
}
