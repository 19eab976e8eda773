using System.Text.Json.Nodes;

namespace FelScanner.Web.Demo.Telegram;

/// <summary>
/// The updates that wait for the bot. One is confirmed only when a call names a higher offset; until then it is delivered again. A second poller ends the first with 409.
/// </summary>
internal sealed class BotUpdates(TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private readonly Lock _lock = new();
    private readonly List<(long Id, DateTimeOffset At, JsonObject Update)> _waiting = [];
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _poller;
    private long _lastId = 700_000;
    private IReadOnlyList<string> _allowed = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    /// <summary>True while a caller waits in a long poll.</summary>
    public bool IsPolled => Volatile.Read(ref _poller) is not null;

    public void Allow(JsonNode? kinds)
    {
        if (kinds is JsonArray list)
            _allowed = [.. list.Select(k => k!.ToString())];
    }

    /// <summary>Queues an update of a kind ("message", "callback_query"), unless the bot does not want that kind.</summary>
    public long Add(string kind, JsonObject body)
    {
        lock (_lock)
        {
            var id = ++_lastId;
            if (_allowed.Count > 0 && !_allowed.Contains(kind))
                return id;
            _waiting.Add((id, time.GetUtcNow(), new JsonObject { ["update_id"] = id, [kind] = body }));
            _arrived.TrySetResult();
            return id;
        }
    }

    /// <summary>The oldest waiting update, for the webhook; null when there is none.</summary>
    public (long Id, JsonObject Update)? Oldest()
    {
        lock (_lock)
            return _waiting.Count == 0 ? null : (_waiting[0].Id, _waiting[0].Update);
    }

    public void Confirm(long below)
    {
        lock (_lock)
            _waiting.RemoveAll(u => u.Id < below);
    }

    public void Clear() => Confirm(long.MaxValue);

    /// <summary>Done as soon as the next update comes.</summary>
    public Task Arrival()
    {
        lock (_lock)
        {
            if (_arrived.Task.IsCompleted)
                _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Count > 0 ? Task.CompletedTask : _arrived.Task;
        }
    }

    public async Task<JsonArray> PollAsync(long? offset, int limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var mine = new CancellationTokenSource();
        Interlocked.Exchange(ref _poller, mine)?.Cancel();
        try
        {
            if (Take(offset, limit) is { Count: > 0 } waiting)
                return waiting;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(mine.Token, cancellationToken);
            await Task.WhenAny(Arrival(), Task.Delay(timeout, time, either.Token));
            await either.CancelAsync();
            if (mine.IsCancellationRequested)
                throw new BotError(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
            cancellationToken.ThrowIfCancellationRequested();
            return Take(null, limit);
        }
        finally
        {
            Interlocked.CompareExchange(ref _poller, null, mine);
        }
    }

    private JsonArray Take(long? offset, int limit)
    {
        lock (_lock)
        {
            _waiting.RemoveAll(u => time.GetUtcNow() - u.At > KeptFor);
            if (offset is > 0)
                _waiting.RemoveAll(u => u.Id < offset);
            else if (offset is < 0 && _waiting.Count > -offset)
                _waiting.RemoveRange(0, _waiting.Count + (int)offset.Value);
            return _waiting.Take(limit).Select(u => u.Update.DeepClone()).ToArray();
        }
    }
}
