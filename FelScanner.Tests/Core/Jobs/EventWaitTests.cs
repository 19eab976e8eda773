using FelScanner.Core.Jobs.Loops;
using FelScanner.Core.Ports;
using FelScanner.Tests.Support;

namespace FelScanner.Tests.Core.Jobs;

public sealed class EventWaitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly ManualTime _time = new();
    private readonly EventBus _bus = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_waited_for_ends_the_wait_at_once()
    {
        using var listener = _bus.Listen();
        var wait = EventWait.ForAsync<DomainEvent.RequestChanged>(listener, Patience, _time, Token);

        _bus.Publish(new DomainEvent.LibraryChanged());
        _bus.Publish(new DomainEvent.RequestChanged("r1"));

        await wait.WaitAsync(TimeSpan.FromSeconds(60), Token);
    }

    [Fact]
    public async Task What_happened_before_the_wait_counts()
    {
        using var listener = _bus.Listen();
        _bus.Publish(new DomainEvent.RequestChanged("r1"));

        var wait = EventWait.ForAsync<DomainEvent.RequestChanged>(listener, Patience, _time, Token);

        await wait.WaitAsync(TimeSpan.FromSeconds(60), Token);
    }

    [Fact]
    public async Task Nothing_else_ends_it_but_its_time()
    {
        using var listener = _bus.Listen();
        var wait = EventWait.ForAsync<DomainEvent.RequestChanged>(listener, Patience, _time, Token);
        _bus.Publish(new DomainEvent.LibraryChanged());
        _time.Advance(Patience - TimeSpan.FromTicks(1));
        var early = wait.IsCompleted;

        _time.Advance(TimeSpan.FromTicks(1));

        await wait.WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.False(early);
    }

    [Fact]
    public async Task The_programs_end_ends_it()
    {
        using var listener = _bus.Listen();
        using var end = new CancellationTokenSource();
        var wait = EventWait.ForAsync<DomainEvent.RequestChanged>(listener, Patience, _time, end.Token);

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }
}
