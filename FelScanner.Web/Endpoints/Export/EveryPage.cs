using System.Runtime.CompilerServices;
using FelScanner.Core.Ports;

namespace FelScanner.Web.Endpoints.Export;

/// <summary>All rows of a list that is read in pages.</summary>
internal static class EveryPage
{
    private const int Size = 500;

    public static async IAsyncEnumerable<T> OfAsync<T>(Func<int, int, CancellationToken, Task<Page<T>>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Page<T> page;
        var number = 1;
        do
        {
            page = await read(number++, Size, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items)
                yield return row;
        }
        while (page.Items.Count > 0 && (long)page.Number * page.Size < page.Total);
    }
}
