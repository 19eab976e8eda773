using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>
/// "Stop and remove" pressed in the chat: the wish is stored with the chat's offset, and carried out beside it, as often as it takes.
/// A qBittorrent that does not answer must neither hold up the presses that follow nor make this one be forgotten.
/// </summary>
public sealed class StopAsked(IRequests requests, RequestDoor door, StopDownload stop, IFindings findings)
{
    public async Task AskAsync(string requestId, Decider by, long chatOffset, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(requestId, cancellationToken) is not { } request || !StopDownload.Begun.Contains(request.Status))
            return;
        await door.StepAsync(
            new Move
            {
                Request = request,
                From = [request.Status],
                To = request.Status,
                Change = r => r with { StopAskedBy = by.Name },
                By = by,
                ChatOffset = chatOffset,
                Quiet = true,
            },
            cancellationToken);
    }

    /// <summary>Carries out what was asked. What a service keeps from being done is tried again in the next round.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var request in (await requests.InAsync(StopDownload.Begun, cancellationToken)).Where(r => r.StopAskedBy is not null))
            await TryAsync(request, cancellationToken);
    }

    private async Task TryAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var finding = $"request.{request.RequestId}.stop";
        try
        {
            await stop.RunAsync(request.RequestId, new Decider(request.StopAskedBy!, "telegram"), cancellationToken);
            findings.Clear(finding);
        }
        catch (ServiceFault fault)
        {
            findings.Raise(finding, FindingSeverity.Warning, $"{FilmName.Of(request)} cannot be stopped yet: {fault.What}", $"{fault.Remedy} It is tried again by itself.", $"/requests/{request.RequestId}");
        }
    }
}
