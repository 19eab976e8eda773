using FelScanner.Core.Workflow;

namespace FelScanner.Tests.Core.Workflow;

public sealed class ReadAheadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_come_in_their_order_and_a_fault_after_them()
    {
        List<int> seen = [];

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var number in Source(failAfter: 5).AheadAsync(2, Token))
                seen.Add(number);
        });

        Assert.Equal([1, 2, 3, 4, 5], seen);
        Assert.Equal("broken", fault.Message);
    }

    [Fact]
    public async Task Whoever_stops_early_ends_the_source()
    {
        var ended = new TaskCompletionSource();

        await foreach (var _ in Source(ended: ended).AheadAsync(1, Token))
            break;

        await ended.Task.WaitAsync(Token);
        Assert.True(ended.Task.IsCompletedSuccessfully);
    }

    private static async IAsyncEnumerable<int> Source(int failAfter = int.MaxValue, TaskCompletionSource? ended = null)
    {
        try
        {
            for (var number = 1; ; number++)
            {
                await Task.Yield();
                if (number > failAfter)
                    throw new InvalidOperationException("broken");
                yield return number;
            }
        }
        finally
        {
            ended?.SetResult();
        }
    }
}
