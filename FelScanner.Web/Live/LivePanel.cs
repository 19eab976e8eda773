using System.Threading.Channels;
using FelScanner.Core.Ports;
using Microsoft.AspNetCore.Components;

namespace FelScanner.Web.Live;

/// <summary>
/// A part of a page that is always right: it listens to the bus after its first render and before its first load, turns a burst of
/// events into one loading, hands what goes wrong to the error boundary, and ends its loop before it is gone.
/// </summary>
/// <typeparam name="TView">What it shows, as one value.</typeparam>
public abstract class LivePanel<TView> : ComponentBase, IAsyncDisposable
    where TView : class
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _gone = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Task _loop = Task.CompletedTask;
    private string? _shownKey;
    private volatile bool _atOnce;
    private long _heard;

    [Inject]
    public IEventBus Bus { get; set; } = null!;

    [Inject]
    public PanelMemory Memory { get; set; } = null!;

    [Inject]
    public TimeProvider Time { get; set; } = null!;

    /// <summary>Null until the first load: the skeleton's moment.</summary>
    protected TView? View { get; private set; }

    /// <summary>Ends with the panel.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <summary>What this panel shows in a word: a panel with the same key may begin with what another has just shown, and a changed key loads again.</summary>
    protected virtual string Key => GetType().FullName!;

    protected abstract bool Concerns(DomainEvent happened);

    /// <summary>Loads what every page with the same <see cref="Key"/> may show: it is not loaded for each of them.</summary>
    protected abstract Task<TView> LoadAsync(CancellationToken cancellationToken);

    /// <summary>A view has come that this panel will show.</summary>
    protected virtual void Took(TView view)
    {
    }

    /// <summary>Loads soon; many calls are one loading.</summary>
    protected void Refresh() => _wake.Writer.TryWrite(true);

    /// <summary>Shows a value before the load that proves it.</summary>
    protected void ShowAtOnce(TView view) => View = view;

    /// <summary>What this panel shows may have changed by a person's hand: loads without taking a breath first.</summary>
    protected void Turn()
    {
        if (_shownKey == Key)
            return;
        var first = _shownKey is null;
        _shownKey = Key;
        View = Memory.Recall<TView>(Key) ?? (first ? null : View);
        if (first)
            return;
        _atOnce = true;
        Refresh();
    }

    protected override async Task OnParametersSetAsync()
    {
        var first = _shownKey is null;
        Turn();
        if (first && !RendererInfo.IsInteractive)
            await LoadForPaintAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _loop = RunAsync();
    }

    /// <summary>The page is drawn for the first time: what takes too long is a skeleton, and comes when the page lives.</summary>
    private async Task LoadForPaintAsync()
    {
        _heard = Bus.Published;
        using var patience = new CancellationTokenSource(Patience, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, Gone);
        try
        {
            await LoadNowAsync(either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // The paint does not wait any longer.
        }
    }

    private async Task RunAsync()
    {
        using var listener = Bus.Listen();
        try
        {
            _heard = Bus.Published;
            await LoadNowAsync(Gone);
            StateHasChanged();
            while (true)
            {
                if (await SomethingHappenedAsync(listener))
                    await LoadNowAsync(Gone);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The page was left: nobody waits for this.
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    /// <summary>True when an event concerns this panel; false after a while without one, so that "4 min ago" moves on.</summary>
    private async Task<bool> SomethingHappenedAsync(EventListener listener)
    {
        using var step = new CancellationTokenSource(ClockStep, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(step.Token, Gone);
        try
        {
            while (true)
            {
                var heard = listener.Events.WaitToReadAsync(either.Token).AsTask();
                var woken = _wake.Reader.WaitToReadAsync(either.Token).AsTask();
                if (!await await Task.WhenAny(heard, woken))
                    await Task.Delay(ClockStep, Time, Gone);
                if (!Drain(listener))
                    continue;
                // A burst of events is one loading, but a person does not wait for more of them.
                if (!_atOnce)
                    await Task.Delay(Breath, Time, Gone);
                _atOnce = false;
                Drain(listener);
                return true;
            }
        }
        catch (OperationCanceledException) when (!_gone.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await either.CancelAsync();
        }
    }

    private bool Drain(EventListener listener)
    {
        var woken = _wake.Reader.TryRead(out _);
        var concerned = woken;
        while (listener.Events.TryRead(out var happened))
            concerned |= Concerns(happened);
        // What a person did here need not have been told to anybody: no earlier loading can know of it.
        if (woken)
            _heard = long.MaxValue;
        else if (_heard != long.MaxValue)
            _heard = Bus.Published;
        return concerned;
    }

    private async Task LoadNowAsync(CancellationToken cancellationToken)
    {
        var (key, heard) = (Key, _heard);
        _heard = 0;
        var view = await Memory.LoadAsync(key, heard, LoadAsync, cancellationToken);
        if (key != Key)
            return;
        View = view;
        Took(view);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _gone.CancelAsync();
        await _loop;
        _gone.Dispose();
    }
}
