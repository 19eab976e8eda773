namespace FelScanner.Web.Live;

/// <summary>
/// Presses that can be taken back for five seconds. What is pending when the tab closes is done, not lost: the person did press.
/// </summary>
public sealed class SecondThoughts(TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, (CancellationTokenSource Cancel, Func<Task> Act)> _pending = [];

    public bool Holds(string key) => _pending.ContainsKey(key);

    /// <summary>Does it after five seconds, unless it is taken back.</summary>
    public async Task DoSoonAsync(string key, Func<Task> act)
    {
        using var cancel = new CancellationTokenSource();
        if (!_pending.TryAdd(key, (cancel, act)))
            return;
        try
        {
            await Task.Delay(Grace, time, cancel.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (_pending.Remove(key))
            await act();
    }

    public void TakeBack(string key)
    {
        if (_pending.Remove(key, out var entry))
            entry.Cancel.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        var left = _pending.Values.ToArray();
        _pending.Clear();
        foreach (var (cancel, act) in left)
        {
            await cancel.CancelAsync();
            await act();
        }
    }
}
