using System.Collections.Concurrent;

namespace FelScanner.Web.Live;

/// <summary>What panels showed a moment ago, so that a page which has just been drawn on the server does not go blank while its circuit starts.</summary>
public sealed class PanelMemory(TimeProvider time)
{
    private const int Most = 200;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (object View, DateTimeOffset At)> _views = new();

    public TView? Recall<TView>(string key)
        where TView : class =>
        _views.TryGetValue(key, out var kept) && time.GetUtcNow() - kept.At < Fresh ? kept.View as TView : null;

    public void Keep(string key, object view)
    {
        if (_views.Count >= Most)
            _views.Clear();
        _views[key] = (view, time.GetUtcNow());
    }
}
