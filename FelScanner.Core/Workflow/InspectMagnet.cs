using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>
/// A magnet link tells its files only once qBittorrent has found somebody: it stops there, and what a .torrent is asked before it is added
/// is asked now, before the first byte. Versions that cannot stop there are asked while they run.
/// </summary>
public sealed class InspectMagnet(ITorrentClient torrents, NamesInFolder folder, NameForPlex names, RequestDoor door, HandToQBittorrent hand)
{
    /// <summary>The request as it stands afterwards.</summary>
    /// <exception cref="ServiceFault">qBittorrent cannot be asked.</exception>
    public async Task<DownloadRequest?> RunAsync(DownloadRequest request, TorrentState torrent, CancellationToken cancellationToken)
    {
        if (request.Inspected || !string.IsNullOrEmpty(request.TorrentUrl) || torrent.Size <= 0)
            return request;
        var files = await torrents.FilesAsync(torrent.Hash, cancellationToken);
        if (files.Count == 0)
            return request;
        if (await ProblemAsync(request, torrent, files, cancellationToken) is { } problem)
        {
            await torrents.StopAsync(torrent.Hash, cancellationToken);
            return (await StepAsync(request, RequestStatus.Failed, r => r with { Error = problem }, "failed", problem, cancellationToken)).Request;
        }

        await names.RunAsync(request, torrent, cancellationToken);
        if (torrent.IsStopped && !hand.StaysStopped(request))
            await torrents.StartAsync(torrent.Hash, cancellationToken);
        return (await StepAsync(request, RequestStatus.Downloading, r => r with { Inspected = true, Bytes = torrent.Size }, null, "", cancellationToken)).Request;
    }

    private async Task<string?> ProblemAsync(DownloadRequest request, TorrentState torrent, IReadOnlyList<TorrentContent> files, CancellationToken cancellationToken)
    {
        var inside = new TorrentFile { Name = torrent.Name, InfoHash = torrent.Hash, Files = [.. files.Select(file => new TorrentEntry(file.Name, file.Size))] };
        if (TorrentCheck.Problems(inside) is { Count: > 0 } problems)
            return $"{string.Join(" ", problems)} It stands still in qBittorrent: remove it there.";
        if (names.IsOn || torrent.Downloaded > 0 || TorrentCheck.MainFile(inside)?.Path is not { } film)
            return null;
        return (await folder.OfAsync(request, torrent.Hash, cancellationToken)).TryGetValue(film, out var whose) ? BeforeAdding.Clash(request, film, whose) : null;
    }

    private Task<StepOutcome> StepAsync(DownloadRequest request, RequestStatus to, Func<DownloadRequest, DownloadRequest> change, string? word, string sentence, CancellationToken cancellationToken) =>
        door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Downloading],
                To = to,
                Change = change,
                By = Decider.System,
                Event = word,
                Sentence = $"{FilmName.Of(request)}: {sentence}",
                Quiet = word is null,
            },
            cancellationToken);
}
