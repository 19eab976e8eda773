using FelScanner.Core.Ports;

namespace FelScanner.Web.Live;

/// <summary>
/// What panels load. One loading serves every page that shows the same and has heard of nothing newer; and a page that has just been drawn on the
/// server does not go blank while its circuit starts.
/// </summary>
public sealed class PanelMemory(TimeProvider time, IEventBus bus)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    /// <summary>How long a view may be handed on while nothing happens: not everything that a page says comes with an event.</summary>
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(1);

    private readonly Lock _door = new();
    private readonly Dictionary<(Type View, string Key), Shelf> _shelves = [];

    /// <summary>What was shown a moment ago; null when that is too long ago.</summary>
    public TView? Recall<TView>(string key)
        where TView : class
    {
        lock (_door)
            return _shelves.TryGetValue((typeof(TView), key), out var shelf) && time.GetUtcNow() - shelf.ShownAt < Fresh ? shelf.View as TView : null;
    }

    /// <summary>Joins a loading of the same that began after the <paramref name="heard"/> events of the bus, or loads.</summary>
    public async Task<TView> LoadAsync<TView>(string key, long heard, Func<CancellationToken, Task<TView>> load, CancellationToken cancellationToken)
        where TView : class
    {
        while (true)
        {
            var (loading, own) = Join((typeof(TView), key), heard);
            if (own is null)
            {
                try
                {
                    return (TView)await loading.WaitAsync(cancellationToken);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    // The page that loaded was left, or could not: it is loaded anew.
                    continue;
                }
            }

            try
            {
                var view = await load(cancellationToken);
                Keep((typeof(TView), key), view);
                own.SetResult(view);
                return view;
            }
            finally
            {
                own.TrySetCanceled(CancellationToken.None);
            }
        }
    }

    private (Task<object> Loading, TaskCompletionSource<object>? Own) Join((Type View, string Key) key, long heard)
    {
        lock (_door)
        {
            var now = time.GetUtcNow();
            if (_shelves.TryGetValue(key, out var shelf) && shelf.Since >= heard && !shelf.Loading.IsCanceled && (!shelf.Loading.IsCompleted || now - shelf.BegunAt < Same))
                return (shelf.Loading, null);
            if (shelf is null)
            {
                foreach (var (old, _) in _shelves.Where(one => now - one.Value.BegunAt > Fresh && now - one.Value.ShownAt > Fresh).ToList())
                    _shelves.Remove(old);
                _shelves[key] = shelf = new Shelf();
            }

            var own = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
            (shelf.Loading, shelf.Since, shelf.BegunAt) = (own.Task, bus.Published, now);
            return (own.Task, own);
        }
    }

    private void Keep((Type View, string Key) key, object view)
    {
        lock (_door)
        {
            if (_shelves.TryGetValue(key, out var shelf))
                (shelf.View, shelf.ShownAt) = (view, time.GetUtcNow());
        }
    }

    private sealed class Shelf
    {
        public Task<object> Loading { get; set; } = Task.FromCanceled<object>(new CancellationToken(canceled: true));

        /// <summary>How many events the bus had published when the loading began.</summary>
        public long Since { get; set; }

        public DateTimeOffset BegunAt { get; set; }

        public object? View { get; set; }

        public DateTimeOffset ShownAt { get; set; }
    }
}
