using FelScanner.Web.Live;

namespace FelScanner.Tests.Web.Live;

public sealed class SecondThoughtsTests
{
    [Fact]
    public async Task What_is_taken_back_is_never_done()
    {
        var thoughts = new SecondThoughts(TimeProvider.System);
        var done = 0;

        var waiting = thoughts.DoSoonAsync("one", () => Task.FromResult(done++));
        thoughts.TakeBack("one");
        await waiting;

        Assert.Equal(0, done);
    }

    [Fact]
    public async Task What_is_pending_when_the_tab_closes_is_done_once()
    {
        var thoughts = new SecondThoughts(TimeProvider.System);
        var done = 0;

        var waiting = thoughts.DoSoonAsync("one", () => Task.FromResult(done++));
        await thoughts.DisposeAsync();
        await waiting;

        Assert.Equal(1, done);
    }
}
