using FelScanner.Core.Ports;
using FelScanner.Tests.Support;
using FelScanner.Web.Live;

namespace FelScanner.Tests.Web.Live;

public sealed class PanelMemoryTests
{
    private readonly EventBus _bus = new();
    private readonly ManualTime _time = new();
    private readonly PanelMemory _memory;
    private int _loads;

    public PanelMemoryTests() => _memory = new PanelMemory(_time, _bus);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_pages_that_heard_the_same_are_served_by_one_loading()
    {
        var gate = new TaskCompletionSource();
        _bus.Publish(new DomainEvent.LibraryChanged());

        var pages = Enumerable.Range(0, 50).Select(_ => LoadAsync(_bus.Published, gate.Task)).ToArray();
        gate.SetResult();

        Assert.All(await Task.WhenAll(pages), view => Assert.Equal("1", view));
        Assert.Equal("1", await LoadAsync(_bus.Published));
        Assert.Equal("1", _memory.Recall<string>("key"));
    }

    [Fact]
    public async Task A_loading_that_began_before_what_a_page_heard_does_not_serve_it()
    {
        var gate = new TaskCompletionSource();
        var early = LoadAsync(_bus.Published, gate.Task);
        _bus.Publish(new DomainEvent.LibraryChanged());
        var late = LoadAsync(_bus.Published, gate.Task);
        gate.SetResult();

        Assert.Equal("1", await early);
        Assert.Equal("2", await late);
    }

    [Fact]
    public async Task What_a_person_asked_for_is_always_loaded_and_serves_the_others()
    {
        await LoadAsync(_bus.Published);

        Assert.Equal("2", await LoadAsync(long.MaxValue));
        Assert.Equal("2", await LoadAsync(_bus.Published));
    }

    [Fact]
    public async Task A_view_is_not_handed_on_after_a_second()
    {
        await LoadAsync(_bus.Published);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("2", await LoadAsync(_bus.Published));
    }

    [Fact]
    public async Task A_loading_that_fails_is_only_its_own_pages_trouble()
    {
        var gate = new TaskCompletionSource();
        var fails = LoadAsync(_bus.Published, gate.Task);
        var waits = LoadAsync(_bus.Published);
        gate.SetException(new InvalidOperationException("no disk"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => fails);
        Assert.Equal("2", await waits);
    }

    [Fact]
    public async Task Whoever_leaves_does_not_wait_for_anothers_loading()
    {
        var gate = new TaskCompletionSource();
        using var left = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var loads = LoadAsync(_bus.Published, gate.Task);
        var leaves = _memory.LoadAsync("key", _bus.Published, _ => Task.FromResult(""), left.Token);
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        gate.SetResult();
        Assert.Equal("1", await loads);
    }

    private Task<string> LoadAsync(long heard, Task? gate = null) => _memory.LoadAsync(
        "key",
        heard,
        async _ =>
        {
            var number = Interlocked.Increment(ref _loads);
            await (gate ?? Task.CompletedTask);
            return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        },
        Token);
}
