using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using FelScanner.Core.Workflow.Health;

namespace FelScanner.Core.Workflow;

/// <summary>
/// Tells what waits in the outbox: in order, at most one message a second in a chat and twenty a minute in a group, as long as it takes.
/// A service that is down keeps its rows; the last state of a card is the only one that is sent.
/// </summary>
public sealed class DeliverMessages(IOutbox outbox, DeliverCard card, DeliverNote note, DeliveryTools tools)
{
    private const int Batch = 50;
    private static readonly TimeSpan KeepEvents = TimeSpan.FromDays(7);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ChatPace _pace = new(tools.Time);
    private readonly Dictionary<string, DateTimeOffset> _opens = [];

    /// <summary>Tells everything that is due now. One sentence about it.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var told = 0;
            while (await RoundAsync(cancellationToken) is > 0 and var more)
                told += more;
            var waiting = await outbox.CountAsync(cancellationToken);
            return waiting == 0 ? $"{told} told." : $"{told} told, {waiting} wait.";
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var row in await outbox.DueAsync(tools.Time.GetUtcNow(), Batch, cancellationToken))
            told += await TryAsync(row, cancellationToken) ? 1 : 0;
        return told;
    }

    /// <summary>One fault closes its way for a while: a pause that Telegram asked for holds for every message, and a dead line is not tried once a row.</summary>
    private async Task<bool> TryAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var way = WayOf(row);
        if (_opens.TryGetValue(way, out var opens) && opens > tools.Time.GetUtcNow())
        {
            await outbox.PostponeAsync(row, opens, cancellationToken);
            return false;
        }

        try
        {
            await TellAsync(row, cancellationToken);
            return true;
        }
        catch (ServiceFault fault)
        {
            var next = await KeepAsync(row, fault, cancellationToken);
            if (fault.Kind != FaultKind.Refused)
                _opens[way] = next;
            return false;
        }
    }

    /// <summary>The chat, or the name of another way to be told, which stands before the colon of its rows' keys.</summary>
    private static string WayOf(OutboxRow row) => row.Item.Kind switch
    {
        not OutboxKind.Webhook => "telegram",
        _ when row.Item.Key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon => row.Item.Key[..colon],
        _ => "webhook",
    };

    /// <summary>A way that was switched off since, or that has been down for a week, loses its rows.</summary>
    private async Task TellOthersAsync(OutboxRow row, FelSettings current, CancellationToken cancellationToken)
    {
        var way = WayOf(row);
        if (tools.Time.GetUtcNow() - row.CreatedAt < KeepEvents && tools.Senders.FirstOrDefault(s => s.Name == way && s.IsOn(current)) is { } sender)
            await sender.SendAsync(current, row.Item.Payload!, cancellationToken);
        await outbox.DoneAsync(row, null, cancellationToken);
        tools.Findings.Fine(way);
    }

    private async Task TellAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var current = tools.Settings.Current;
        if (row.Item.Kind == OutboxKind.Webhook)
        {
            await TellOthersAsync(row, current, cancellationToken);
            return;
        }

        if (!current.Telegram.IsConfigured)
        {
            await outbox.DoneAsync(row, null, cancellationToken);
            return;
        }

        await _pace.WaitAsync(current.Telegram.ChatId, cancellationToken);
        if (row.Item.Kind == OutboxKind.Card)
            await card.RunAsync(row, cancellationToken);
        else
            await note.RunAsync(row, cancellationToken);
        tools.Findings.Fine("telegram");
    }

    private async Task<DateTimeOffset> KeepAsync(OutboxRow row, ServiceFault fault, CancellationToken cancellationToken)
    {
        var wait = fault.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(300, 2 << Math.Min(row.Attempts, 8)));
        var next = tools.Time.GetUtcNow() + wait;
        await outbox.LaterAsync(row, next, fault.Message, cancellationToken);
        var toChat = row.Item.Kind != OutboxKind.Webhook;
        if (!toChat || fault.Kind != FaultKind.RateLimited)
            tools.Findings.Failed(WayOf(row), fault, toChat ? FindingSeverity.Error : FindingSeverity.Warning);
        return next;
    }

    /// <summary>The clock went back: no pause lasts longer for it.</summary>
    internal void Reopen() => _opens.Clear();
}

/// <summary>What delivering needs beside the outbox and its messages.</summary>
public sealed record DeliveryTools(ISettings Settings, IEnumerable<IEventSender> Senders, ServiceFindings Findings, TimeProvider Time);

/// <summary>Telegram's limits: about one message a second in a chat, twenty a minute in a group.</summary>
internal sealed class ChatPace(TimeProvider time)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private const int AMinuteInAGroup = 20;
    private readonly Queue<long> _sent = new();

    public async Task WaitAsync(string chatId, CancellationToken cancellationToken)
    {
        while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Minute)
            _sent.Dequeue();
        var isGroup = chatId.StartsWith('-') || chatId.StartsWith('@');
        var wait = _sent.Count == 0 ? TimeSpan.Zero : Later(Second - time.GetElapsedTime(_sent.Last()), isGroup && _sent.Count >= AMinuteInAGroup ? Minute - time.GetElapsedTime(_sent.Peek()) : TimeSpan.Zero);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        _sent.Enqueue(time.GetTimestamp());
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
