using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace FelScanner.Core.Workflow;

/// <summary>Lets a source go on while what it brought is worked on.</summary>
internal static class ReadAhead
{
    /// <summary>The same items in the same order, up to <paramref name="most"/> of them fetched before they are asked for. The source's fault comes after what it brought.</summary>
    public static async IAsyncEnumerable<T> AheadAsync<T>(this IAsyncEnumerable<T> source, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var fetched = Channel.CreateBounded<T>(most);
        var fetching = FetchAsync(source, fetched.Writer, ending.Token);
        try
        {
            await foreach (var item in fetched.Reader.ReadAllAsync(cancellationToken))
                yield return item;
            await fetching;
        }
        finally
        {
            // Whoever stops early does not leave the source running.
            await ending.CancelAsync();
            await fetching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FetchAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> into, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in source.WithCancellation(cancellationToken))
                await into.WriteAsync(item, cancellationToken);
        }
        finally
        {
            into.Complete();
        }
    }
}
