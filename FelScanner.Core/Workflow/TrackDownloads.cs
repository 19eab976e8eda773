using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Follows every approved request to its end: retries what could not begin, settles what a crash left open, follows what runs, and finishes what arrived.</summary>
public sealed class TrackDownloads(IRequests requests, StartDownload start, FollowDownloads follow, FinishDownload finish, TimeProvider time)
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>One round. One sentence about what was done.</summary>
    /// <param name="byHand">Retries at once what waits for its next try.</param>
    /// <param name="cancellationToken">Ends after the request under way.</param>
    public async Task<string> RunAsync(bool byHand, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var begun = await BeginAsync(byHand, cancellationToken);
            var running = await follow.RunAsync(cancellationToken);
            var finished = await finish.RunAsync(cancellationToken);
            return $"{begun} begun, {running} running, {finished} finished.";
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The quick part alone: one poll of qBittorrent for every tab, the API and the chat.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await follow.RunAsync(cancellationToken);
            await finish.RunAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Approved and adding requests that are due; at start, that is everything a crash left between the yes and qBittorrent.</summary>
    private async Task<int> BeginAsync(bool byHand, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = await requests.InAsync([RequestStatus.Approved, RequestStatus.Adding], cancellationToken);
        var begun = 0;
        foreach (var request in open.Where(r => byHand || r.NextTryAt is null || r.NextTryAt <= now))
            begun += (await start.RunAsync(request.RequestId, cancellationToken)).Kind == DecisionKind.Done ? 1 : 0;
        return begun;
    }
}
