using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>Follows every approved request to its end: retries what could not begin, settles what a crash left open, follows what runs, and finishes what arrived.</summary>
public sealed class TrackDownloads(IRequests requests, StartDownload start, FollowDownloads follow, FinishDownload finish, TimeProvider time)
{
    private readonly SemaphoreSlim _following = new(1);
    private readonly SemaphoreSlim _finishing = new(1);

    /// <summary>One round. One sentence about what was done.</summary>
    /// <param name="byHand">Retries at once what waits for its next try.</param>
    /// <param name="cancellationToken">Ends after the request under way.</param>
    public async Task<string> RunAsync(bool byHand, CancellationToken cancellationToken)
    {
        var begun = await BeginAsync(byHand, cancellationToken);
        var running = await PollAsync(cancellationToken);
        var finished = await FinishAsync(cancellationToken);
        return $"{begun} begun, {running} running, {finished} finished.";
    }

    /// <summary>The quick part alone: one poll of qBittorrent for every tab, the API and the chat. It waits neither for a tracker nor for Plex.</summary>
    public Task<int> PollAsync(CancellationToken cancellationToken) => InTurnAsync(_following, follow.RunAsync, cancellationToken);

    /// <summary>What follows for downloads that have arrived; Plex may take its time.</summary>
    public Task<int> FinishAsync(CancellationToken cancellationToken) => InTurnAsync(_finishing, finish.RunAsync, cancellationToken);

    private static async Task<int> InTurnAsync(SemaphoreSlim turn, Func<CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await run(cancellationToken);
        }
        finally
        {
            turn.Release();
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
