using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>
/// "Stop and remove" and "Start again" pressed in the chat: the wish is stored with the chat's offset, and carried out beside it, as often as
/// it takes. A qBittorrent that does not answer must neither hold up the presses that follow nor make this one be forgotten.
/// </summary>
public sealed class CarryOutWishes(IRequests requests, RequestDoor door, StopDownload stop, IFindings findings)
{
    public Task AskStopAsync(string requestId, Decider by, long chatOffset, CancellationToken cancellationToken) =>
        AskAsync(requestId, StopDownload.Begun, r => r with { StopAskedBy = by.Name }, by, chatOffset, cancellationToken);

    public Task AskResumeAsync(string requestId, Decider by, long chatOffset, CancellationToken cancellationToken) =>
        AskAsync(requestId, [RequestStatus.Downloading], r => r with { ResumeAskedBy = by.Name }, by, chatOffset, cancellationToken);

    /// <summary>Carries out what was asked. What a service keeps from being done is tried again in the next round.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var request in await requests.InAsync(StopDownload.Begun, cancellationToken))
        {
            if (request.StopAskedBy is { } stopper)
                await TryAsync(request, "stopped", id => stop.RunAsync(id, new Decider(stopper, "telegram"), cancellationToken));
            else if (request is { Status: RequestStatus.Downloading, ResumeAskedBy: { } starter })
                await TryAsync(request, "started again", id => stop.ResumeAsync(id, new Decider(starter, "telegram"), cancellationToken));
        }
    }

    private async Task AskAsync(
        string requestId, IReadOnlyCollection<RequestStatus> when, Func<DownloadRequest, DownloadRequest> wish, Decider by, long chatOffset, CancellationToken cancellationToken)
    {
        // It may take its next step in between; the wish holds for that one as well.
        while (await requests.FindAsync(requestId, cancellationToken) is { } request && when.Contains(request.Status))
        {
            var outcome = await door.StepAsync(
                new Move
                {
                    Request = request,
                    From = [request.Status],
                    To = request.Status,
                    Change = wish,
                    By = by,
                    ChatOffset = chatOffset,
                    Quiet = true,
                },
                cancellationToken);
            if (outcome.Done)
                return;
        }
    }

    private async Task TryAsync(DownloadRequest request, string done, Func<string, Task> carryOut)
    {
        var finding = $"request.{request.RequestId}.wish";
        try
        {
            await carryOut(request.RequestId);
            findings.Clear(finding);
        }
        catch (ServiceFault fault)
        {
            findings.Raise(finding, FindingSeverity.Warning, $"{FilmName.Of(request)} cannot be {done} yet: {fault.What}", $"{fault.Remedy} It is tried again by itself.", $"/requests/{request.RequestId}");
        }
    }
}
