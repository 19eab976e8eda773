using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>What a press does. Its effect is in the database when this returns; the download itself begins beside it.</summary>
public sealed class PressButton(IRequests requests, DecideRequest decide, PressedStops stops, NeverAgain never, BeginSoon begin)
{
    /// <summary>The word for the spinner, from what is known before any work.</summary>
    public async Task<(string Text, bool Alert)> AnswerAsync(ChatUpdate.Press press, CancellationToken cancellationToken)
    {
        var (word, id) = ChatData.Read(press.Data);
        var request = id is null ? null : await requests.FindAsync(id, cancellationToken);
        if (request is null)
            return ("This button is not known any more.", true);
        var open = IsOpen(request);
        return word switch
        {
            ChatData.Yes or ChatData.Force when open => ($"Downloading {request.MovieTitle}", false),
            ChatData.No when open => ("Skipped", false),
            ChatData.SnoozeDay or ChatData.SnoozeWeek when open => ("Asked again later", false),
            ChatData.NeverFilm or ChatData.NeverGroup when open => ("Never again", false),
            ChatData.Keep => ("Kept", false),
            ChatData.Stop => ("Stopping it", false),
            ChatData.Retry => ("Trying again", false),
            ChatData.Resume => ("Starting it again", false),
            _ => (TooLate.Sentence(request.Status is RequestStatus.Pending or RequestStatus.Queued ? request with { Status = RequestStatus.Expired } : request), true),
        };
    }

    public async Task RunAsync(ChatUpdate.Press press, long nextOffset, CancellationToken cancellationToken)
    {
        var (word, id) = ChatData.Read(press.Data);
        if (id is null)
            return;
        var by = new Decider(press.UserName, "telegram");
        switch (word)
        {
            case ChatData.Yes or ChatData.Force:
                await YesAsync(id, by, word == ChatData.Force, nextOffset, cancellationToken);
                break;
            case ChatData.No:
                await decide.DeclineAsync(id, by, null, nextOffset, cancellationToken);
                break;
            case ChatData.SnoozeDay or ChatData.SnoozeWeek:
                await SnoozeAsync(id, by, TimeSpan.FromDays(word == ChatData.SnoozeDay ? 1 : 7), cancellationToken);
                break;
            case ChatData.NeverFilm or ChatData.NeverGroup:
                await NeverAsync(id, by, word == ChatData.NeverFilm, cancellationToken);
                break;
            case ChatData.Keep:
                await stops.Stop.KeepAsync(id, by, cancellationToken);
                break;
            case ChatData.Stop:
                await stops.Wishes.AskStopAsync(id, by, nextOffset, cancellationToken);
                begin.Soon(id);
                break;
            case ChatData.Retry:
                if (await stops.Stop.AgainAsync(id, by, cancellationToken) is null)
                    begin.Soon(id);
                break;
            case ChatData.Resume:
                await stops.Wishes.AskResumeAsync(id, by, nextOffset, cancellationToken);
                begin.Soon(id);
                break;
        }
    }

    private bool IsOpen(DownloadRequest request) =>
        request.Status is RequestStatus.Pending or RequestStatus.Queued && !(request.ExpiresAt <= begin.Time.GetUtcNow());

    /// <summary>Only while it can still be decided: an old message's button must not skip what waits today.</summary>
    private async Task NeverAsync(string id, Decider by, bool film, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(id, cancellationToken) is { } request && IsOpen(request))
            await never.RunAsync(id, by, film, cancellationToken);
    }

    private async Task YesAsync(string id, Decider by, bool force, long nextOffset, CancellationToken cancellationToken)
    {
        var decision = await decide.SayYesAsync(id, by, force, null, nextOffset, null, cancellationToken);
        if (decision.Kind == DecisionKind.Done)
            begin.Soon(id);
        else if (decision.Kind == DecisionKind.NoSpace)
            await begin.TellAgainAsync(decision.Request!.CardId, cancellationToken);
    }

    /// <summary>Everything that waits on the card sleeps with it.</summary>
    private async Task SnoozeAsync(string id, Decider by, TimeSpan time, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(id, cancellationToken);
        foreach (var waiting in request is null ? [] : (await requests.OfCardAsync(request.CardId, cancellationToken)).Where(r => r.Status == RequestStatus.Pending))
            await decide.SnoozeAsync(waiting.RequestId, by, time, cancellationToken);
    }
}

/// <summary>What a press does to a download that has begun.</summary>
public sealed record PressedStops(StopDownload Stop, CarryOutWishes Wishes);
