namespace FelScanner.Tests.Support;

/// <summary>Waits for the outside world by condition, not by time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks again and again until <paramref name="look"/> gives something; fails after <paramref name="within"/>, saying what was awaited.</summary>
    public static async Task<T> BecomesAsync<T>(string what, TimeSpan within, Func<Task<T?>> look)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(within);
        while (!patience.IsCancellationRequested)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"It did not come within {within}: {what}.");
    }
}
