using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>The only door for a person's decision, whoever asks: chat, page or API. The first decision counts; everybody else is told who was first.</summary>
public sealed class DecideRequest(IRequests requests, RequestDoor door, MeasureSpace space, StartDownload start, TimeProvider clock)
{
    private static readonly RequestStatus[] Open = [RequestStatus.Pending, RequestStatus.Queued];

    /// <summary>Yes, and the download begins as the settings say.</summary>
    /// <inheritdoc cref="ApproveAsync(string, Decider, bool, string?, DownloadChoices?, CancellationToken)"/>
    public Task<Decision> ApproveAsync(string requestId, Decider by, bool force, string? reason, CancellationToken cancellationToken) =>
        ApproveAsync(requestId, by, force, reason, null, cancellationToken);

    /// <summary>Yes, and the download begins. <see cref="DecisionKind.Kept"/> when it could not begin yet.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="by">Who says yes.</param>
    /// <param name="force">Go on although there is too little space.</param>
    /// <param name="reason">A remark for the history.</param>
    /// <param name="choices">What differs from the settings for this download; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting, never the decision.</param>
    public async Task<Decision> ApproveAsync(string requestId, Decider by, bool force, string? reason, DownloadChoices? choices, CancellationToken cancellationToken)
    {
        var decision = await SayYesAsync(requestId, by, force, reason, null, choices, cancellationToken);
        return decision.Kind == DecisionKind.Done ? await start.RunAsync(requestId, cancellationToken) : decision;
    }

    /// <summary>Yes, stored with the chat's offset in one transaction; the download is begun by the caller or by the next round of <c>track-downloads</c>.</summary>
    internal async Task<Decision> SayYesAsync(string requestId, Decider by, bool force, string? reason, long? chatOffset, DownloadChoices? choices, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(requestId, cancellationToken) is { } refusal)
            return refusal;
        var request = (await requests.FindAsync(requestId, cancellationToken))!;
        var room = force ? null : await space.ForAsync(request, cancellationToken);
        if (room is { IsShort: true })
            return new Decision(DecisionKind.NoSpace, request, SpaceSentence.Short(room), room);
        var now = clock.GetUtcNow();
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = Open,
                To = RequestStatus.Approved,
                Change = r => Decided(r, by, reason, now) with { ApprovedAt = now, Force = force, Choices = choices is { IsEmpty: false } ? choices : null, NextTryAt = null, Error = null },
                By = by,
                Event = "approved",
                Sentence = $"{FilmName.Of(request)}: approved",
                ChatOffset = chatOffset,
                Also = await OthersAsync(request, by, now, cancellationToken),
            },
            cancellationToken);
        return outcome.Done ? new Decision(DecisionKind.Done, outcome.Request, $"Approved by {by.Name}.") : Late(outcome.Request);
    }

    /// <summary>No: it leaves the pending list, and the same release is never asked about again.</summary>
    public Task<Decision> DeclineAsync(string requestId, Decider by, string? reason, CancellationToken cancellationToken) =>
        DeclineAsync(requestId, by, reason, null, cancellationToken);

    internal async Task<Decision> DeclineAsync(string requestId, Decider by, string? reason, long? chatOffset, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(requestId, cancellationToken) is { } refusal)
            return refusal;
        var request = (await requests.FindAsync(requestId, cancellationToken))!;
        var now = clock.GetUtcNow();
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = Open,
                To = RequestStatus.Declined,
                Change = r => Decided(r, by, reason, now),
                By = by,
                Event = "declined",
                Sentence = $"{FilmName.Of(request)}: skipped{(reason is null ? "" : $" ({reason})")}",
                ChatOffset = chatOffset,
            },
            cancellationToken);
        return outcome.Done ? new Decision(DecisionKind.Done, outcome.Request, $"Skipped by {by.Name}.") : Late(outcome.Request);
    }

    /// <summary>Not now: back into the queue until the time is over.</summary>
    public async Task<Decision> SnoozeAsync(string requestId, Decider by, TimeSpan time, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(requestId, cancellationToken) is { } refusal)
            return refusal;
        var request = (await requests.FindAsync(requestId, cancellationToken))!;
        var until = clock.GetUtcNow() + time;
        var outcome = await door.StepAsync(
            new Move
            {
                Request = request,
                From = Open,
                To = RequestStatus.Queued,
                Change = r => r with { SnoozedUntil = until, ExpiresAt = null, OfferedAt = null },
                By = by,
                Event = "snoozed",
                Sentence = $"{FilmName.Of(request)}: asked again in {Words.Duration(time)}",
            },
            cancellationToken);
        return outcome.Done ? new Decision(DecisionKind.Done, outcome.Request, $"Asked again in {Words.Duration(time)}.") : Late(outcome.Request);
    }

    /// <summary>The refusal when nothing can be decided any more; null when the request is open.</summary>
    private async Task<Decision?> RefusalAsync(string requestId, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(requestId, cancellationToken);
        if (request is null)
            return new Decision(DecisionKind.NotFound, null, "There is no such request. It may have been forgotten with the history, or what was stored of it cannot be read any more: then a finding names it.");
        if (!Open.Contains(request.Status))
            return Late(request);
        if (request.ExpiresAt is not { } end || end > clock.GetUtcNow())
            return null;
        var outcome = await ExpireAsync(request, cancellationToken);
        return Late(outcome.Request);
    }

    internal Task<StepOutcome> ExpireAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return door.StepAsync(
            new Move
            {
                Request = request,
                From = Open,
                To = RequestStatus.Expired,
                Change = r => Decided(r, Decider.System, null, now),
                By = Decider.System,
                Event = "expired",
                Sentence = $"{FilmName.Of(request)}: nobody decided in time",
            },
            cancellationToken);
    }

    /// <summary>One release of a film is chosen: the others that wait on its card are over in the same moment, so that neither a crash nor a second press finds them open.</summary>
    private async Task<IReadOnlyList<Move>> OthersAsync(DownloadRequest chosen, Decider by, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await requests.OfCardAsync(chosen.CardId, cancellationToken))
            .Where(other => other.RequestId != chosen.RequestId && Open.Contains(other.Status))
            .Select(other => new Move
            {
                Request = other,
                From = Open,
                To = RequestStatus.Declined,
                Change = r => Decided(r, by, "another was chosen", now),
                By = Decider.System,
                Event = "declined",
                Sentence = $"{FilmName.Of(other)}: another release was chosen",
            })];

    private static DownloadRequest Decided(DownloadRequest request, Decider by, string? reason, DateTimeOffset now) =>
        request with { DecidedAt = now, DecidedBy = by.Name, DecidedIn = by.Where, DecisionReason = reason, SnoozedUntil = null };

    private static Decision Late(DownloadRequest? request) => request is null
        ? new Decision(DecisionKind.NotFound, null, "There is no such request.")
        : new Decision(DecisionKind.TooLate, request, TooLate.Sentence(request));
}
