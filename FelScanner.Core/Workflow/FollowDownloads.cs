using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Compares what runs with one poll of qBittorrent: progress for every tab, findings with a remedy for what hangs, the end of what is complete.</summary>
public sealed class FollowDownloads(IRequests requests, ITorrentClient torrents, RequestDoor door, IDownloadBoard board, FollowTools tools)
{
    private static readonly TimeSpan MessageEvery = TimeSpan.FromSeconds(30);

    /// <summary>A qBittorrent that has just been started answers before it has read all its torrents again.</summary>
    private static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, (string State, long Since)> _states = [];
    private readonly Dictionary<string, long> _missing = [];

    /// <returns>How many are running.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var begun = await requests.InAsync([RequestStatus.Adding, RequestStatus.Downloading], cancellationToken);
        // A wrong folder is told while the request runs, not for ever after.
        tools.Findings.ClearAllBut("path.", [.. begun.Select(CheckPlace.FindingOf)]);
        IReadOnlyList<DownloadRequest> running = [.. begun.Where(request => request.Status == RequestStatus.Downloading)];
        if (running.Count == 0)
        {
            board.Put([]);
            tools.Findings.ClearAllBut("download.", []);
            return 0;
        }

        var seen = (await torrents.PollAsync(cancellationToken)).Torrents.GroupBy(t => t.Hash).ToDictionary(g => g.Key, g => g.First());
        ShowAtOnce(running, seen);
        List<ActiveDownload> active = [];
        foreach (var request in running)
        {
            var torrent = await FindAsync(request, seen, cancellationToken);
            var row = await FollowAsync(request, torrent, cancellationToken);
            if (row is not null)
                active.Add(row);
        }

        tools.Findings.ClearAllBut("download.", [.. active.Where(a => a.Problem is not null).Select(a => FindingOf(a.Request))]);
        board.Put(active);
        return active.Count;
    }

    /// <summary>People look at the bars: what has moved is shown before it is stored and looked into, which takes its time.</summary>
    private void ShowAtOnce(IReadOnlyList<DownloadRequest> running, Dictionary<string, TorrentState> seen)
    {
        var shown = board.Now.ToDictionary(row => row.Request.RequestId);
        board.Put([.. running.Where(request => shown.ContainsKey(request.RequestId)).Select(request => Moved(shown[request.RequestId], request, seen.GetValueOrDefault(request.TorrentHash ?? "")))]);
    }

    private ActiveDownload Moved(ActiveDownload row, DownloadRequest request, TorrentState? torrent)
    {
        if (torrent is null or { IsComplete: true })
            return row;
        var (problem, remedy) = torrent.State == row.Torrent?.State ? (row.Problem, row.Remedy) : TorrentTrouble.Of(torrent, StateFor(request, torrent));
        return new ActiveDownload(request with { Progress = torrent.Progress }, torrent, problem, remedy);
    }

    private async Task<TorrentState?> FindAsync(DownloadRequest request, Dictionary<string, TorrentState> seen, CancellationToken cancellationToken) =>
        seen.GetValueOrDefault(request.TorrentHash ?? "") ?? (request.TorrentHash is { } hash ? await torrents.FindAsync(hash, cancellationToken) : null);

    private async Task<ActiveDownload?> FollowAsync(DownloadRequest request, TorrentState? torrent, CancellationToken cancellationToken)
    {
        if (torrent is null)
            return await MissingAsync(request, cancellationToken);
        _missing.Remove(request.RequestId);
        if (torrent.IsComplete)
        {
            await tools.Arrivals.ArrivedAsync(request, torrent, cancellationToken);
            return null;
        }

        if (await tools.Magnets.RunAsync(request, torrent, cancellationToken) is not { Status: RequestStatus.Downloading } inspected)
            return null;
        request = inspected;
        tools.Place.Check(request, torrent);
        await LookAtHeadAsync(request, torrent, cancellationToken);
        var (problem, remedy) = TorrentTrouble.Of(torrent, StateFor(request, torrent));
        if (problem is not null && torrent.State is "error" or "missingFiles" && await ReasonAsync(torrent, cancellationToken) is { } reason)
            problem = $"{problem} {reason}";
        if (problem is not null)
            tools.Findings.Raise(FindingOf(request), torrent.State is "error" or "missingFiles" ? FindingSeverity.Error : FindingSeverity.Warning, $"{FilmName.Of(request)}: {problem}", remedy!, $"/requests/{request.RequestId}");
        await KeepProgressAsync(request, torrent, problem is null ? null : $"{problem} {remedy}", cancellationToken);
        return new ActiveDownload(request with { Progress = torrent.Progress }, torrent, problem, remedy);
    }

    /// <summary>Early truth is one file's business: when it cannot be had in this round, every other download is followed all the same.</summary>
    private async Task LookAtHeadAsync(DownloadRequest request, TorrentState torrent, CancellationToken cancellationToken)
    {
        var finding = $"request.{request.RequestId}.head";
        try
        {
            await tools.Heads.LookAsync(request, torrent, cancellationToken);
            tools.Findings.Clear(finding);
        }
        catch (ServiceFault fault)
        {
            tools.Findings.Raise(finding, FindingSeverity.Info, $"{FilmName.Of(request)} cannot be looked into while it downloads. {fault.What}", fault.Remedy, $"/requests/{request.RequestId}");
        }
    }

    /// <summary>Null also when the log cannot be had: the state is told without its reason then.</summary>
    private async Task<string?> ReasonAsync(TorrentState torrent, CancellationToken cancellationToken)
    {
        try
        {
            return await torrents.ErrorReasonAsync(torrent, cancellationToken);
        }
        catch (ServiceFault)
        {
            return null;
        }
    }

    private TimeSpan StateFor(DownloadRequest request, TorrentState torrent)
    {
        if (!_states.TryGetValue(request.RequestId, out var known) || known.State != torrent.State)
            _states[request.RequestId] = known = (torrent.State, tools.Time.GetTimestamp());
        return tools.Time.GetElapsedTime(known.Since);
    }

    /// <summary>Progress is stored when it moved by a percent; the chat's message follows at most every half minute. A new error is told at once.</summary>
    private async Task KeepProgressAsync(DownloadRequest request, TorrentState torrent, string? error, CancellationToken cancellationToken)
    {
        var newError = error is not null && torrent.State is "error" or "missingFiles" && request.Error != error;
        if (!newError && Math.Abs(torrent.Progress - request.Progress) < 0.01 && (error is not null || request.Error is null))
            return;
        await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Downloading],
                To = RequestStatus.Downloading,
                Change = r => r with { Progress = torrent.Progress, Error = newError ? error : error is null ? null : r.Error },
                By = Decider.System,
                Event = newError ? "trouble" : null,
                Sentence = $"{FilmName.Of(request)}: {error}",
                Quiet = newError && !tools.Settings.Current.Notifications.DownloadError,
                CardNotBefore = newError ? null : tools.Time.GetUtcNow() + MessageEvery,
            },
            cancellationToken);
    }

    /// <summary>Not in qBittorrent any more, for half a minute: a person removed it there.</summary>
    private async Task<ActiveDownload?> MissingAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (_missing.TryAdd(request.RequestId, tools.Time.GetTimestamp()) || tools.Time.GetElapsedTime(_missing[request.RequestId]) < GoneAfter)
            return new ActiveDownload(request, null, "It is not in qBittorrent's list.", "If it was removed there, it ends here too.");
        _missing.Remove(request.RequestId);
        await door.StepAsync(
            new Move
            {
                Request = request,
                From = [RequestStatus.Downloading],
                To = RequestStatus.Stopped,
                Change = r => r with { Error = "It was removed in qBittorrent." },
                By = Decider.System,
                Event = "stopped",
                Sentence = $"{FilmName.Of(request)}: removed in qBittorrent",
            },
            cancellationToken);
        return null;
    }

    private static string FindingOf(DownloadRequest request) => $"download.{request.RequestId}";
}

/// <summary>What following needs beside the door.</summary>
public sealed record FollowTools(ISettings Settings, IFindings Findings, Arrivals Arrivals, ProbeHeads Heads, CheckPlace Place, InspectMagnet Magnets, TimeProvider Time);
