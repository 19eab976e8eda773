using FelScanner.Core.Domain.Requests;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Messages;

namespace FelScanner.Core.Workflow;

/// <summary>One step of a request as the verbs say it: what it becomes, why, who did it, and which event it is.</summary>
public sealed record Move
{
    public required DownloadRequest Request { get; init; }
    public required IReadOnlyList<RequestStatus> From { get; init; }
    public required RequestStatus To { get; init; }
    public Func<DownloadRequest, DownloadRequest>? Change { get; init; }
    public required Decider By { get; init; }

    /// <summary>The event's word for activity and webhook; null for a change nobody is told of.</summary>
    public string? Event { get; init; }
    public string Sentence { get; init; } = "";
    public long? ChatOffset { get; init; }

    /// <summary>A further message asks whether the download shall go on.</summary>
    public bool Asks { get; init; }

    /// <summary>The card's message need not change before this moment; null: at once.</summary>
    public DateTimeOffset? CardNotBefore { get; init; }

    /// <summary>The owner does not want this step told in the chat.</summary>
    public bool Quiet { get; init; }

    /// <summary>What follows for other requests, in the same transaction.</summary>
    public IReadOnlyList<Move> Also { get; init; } = [];
}

/// <summary>The one door to a request's steps: the guarded update, its outbox rows and its activity row are one transaction, and every page hears of it.</summary>
public sealed class RequestDoor(IRequests requests, IEventBus bus, IEnumerable<IEventSender> senders, ISettings settings, TimeProvider time)
{
    public async Task<StepOutcome> StepAsync(Move move, CancellationToken cancellationToken)
    {
        var outcome = await requests.TryStepAsync(Step(move, time.GetUtcNow()), cancellationToken);
        if (!outcome.Done)
            return outcome;
        foreach (var done in (Move[])[move, .. move.Also])
            Publish(done.Request.RequestId, done.Event is not null);
        return outcome;
    }

    public async Task<bool> CreateAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var move = new Move { Request = request, From = [], To = request.Status, By = Decider.System, Event = "offered", Sentence = $"{FilmName.Of(request)}: {request.UpgradeReason}" };
        var outbox = request.Status == RequestStatus.Queued ? [] : Outbox(move, now);
        if (!await requests.CreateAsync(request, outbox, Activity(move, now), cancellationToken))
            return false;
        Publish(request.RequestId, true);
        return true;
    }

    private RequestStep Step(Move move, DateTimeOffset now) => new()
    {
        RequestId = move.Request.RequestId,
        From = move.From,
        To = move.To,
        Change = move.Change,
        Outbox = Outbox(move, now),
        Activity = move.Event is null ? null : Activity(move, now),
        ChatOffset = move.ChatOffset,
        Also = [.. move.Also.Select(other => Step(other, now))],
    };

    private List<OutboxItem> Outbox(Move move, DateTimeOffset now)
    {
        List<OutboxItem> items = move.Quiet ? [] : [new OutboxItem(OutboxKind.Card, move.Request.CardId, null, move.CardNotBefore)];
        if (move.Asks || (move.Request.AskedToStop && (move.To != RequestStatus.Downloading || move.Event == "kept")))
            items.Add(new OutboxItem(OutboxKind.Note, NoteText.UnmaskedKey(move.Request.RequestId), ""));
        if (move.Event is not null)
            items.AddRange(senders.Where(sender => sender.IsOn(settings.Current)).Select(sender =>
                new OutboxItem(OutboxKind.Webhook, $"{sender.Name}:{move.Request.RequestId}.{move.Event}.{now.ToUnixTimeMilliseconds()}", EventJson.Of(move, now))));
        return items;
    }

    private static ActivityEntry Activity(Move move, DateTimeOffset now) =>
        new(move.Event!, move.By.Name, move.By.Where, move.Sentence, move.Request.RequestId, move.Request.FilmId, move.Request.ReleaseId, now);

    private void Publish(string requestId, bool withActivity)
    {
        bus.Publish(new DomainEvent.RequestChanged(requestId));
        bus.Publish(new DomainEvent.MessageQueued());
        if (withActivity)
            bus.Publish(new DomainEvent.ActivityAdded());
    }
}
