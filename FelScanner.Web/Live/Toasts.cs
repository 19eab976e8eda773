namespace FelScanner.Web.Live;

/// <summary>One short message at the edge of the page. A bad one stays until it is closed.</summary>
public sealed record Toast(int Number, string Text, string? More = null, bool Bad = false, string? Action = null, Func<Task>? OnAction = null);

/// <summary>The messages of this tab. Used only on the circuit's own thread of work.</summary>
public sealed class Toasts(TimeProvider time)
{
    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(5);
    private readonly List<Toast> _shown = [];
    private int _last;

    public IReadOnlyList<Toast> Shown => _shown;

    public event Action? Changed;

    public void Tell(ActionOutcome outcome)
    {
        var bad = outcome.Kind is OutcomeKind.Failed or OutcomeKind.NeedsForce;
        Show(new Toast(++_last, outcome.Sentence, outcome.Remedy, bad));
    }

    public void Tell(string text) => Show(new Toast(++_last, text));

    /// <summary>A message with a way back, for as long as it stays.</summary>
    public Toast Offer(string text, string action, Func<Task> onAction)
    {
        var toast = new Toast(++_last, text, null, false, action, onAction);
        Show(toast);
        return toast;
    }

    public void Close(Toast toast)
    {
        if (_shown.Remove(toast))
            Changed?.Invoke();
    }

    private void Show(Toast toast)
    {
        _shown.Add(toast);
        if (_shown.Count > 4)
            _shown.RemoveAt(0);
        Changed?.Invoke();
        if (!toast.Bad)
            _ = LeaveAsync(toast);
    }

    private async Task LeaveAsync(Toast toast)
    {
        await Task.Delay(Stay, time);
        Close(toast);
    }
}
