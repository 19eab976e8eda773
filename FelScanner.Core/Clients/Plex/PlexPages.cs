using System.Runtime.CompilerServices;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Clients.Plex;

/// <summary>A long list in pages of 500; a page that Plex cannot deliver is asked for again at half the size, down to 50.</summary>
internal sealed partial class PlexPages(PlexClient client, ILogger<PlexPages> logger)
{
    private const int Largest = 500;
    private const int Smallest = 50;

    public async IAsyncEnumerable<PlexContainer> ReadAsync(PlexSettings settings, string pathAndQuery, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = Largest;
        for (var start = 0; ;)
        {
            var page = await TryAsync(settings, pathAndQuery, start, size, cancellationToken);
            if (page is null)
            {
                size = Math.Max(Smallest, size / 2);
                LogSmallerPage(logger, size);
                continue;
            }

            var got = page.Metadata?.Count ?? 0;
            if (got > 0)
                yield return page;
            start += got;
            // A server that does not tell the total ends with a page that is not full.
            if (got == 0 || (page.TotalSize is { } total ? start >= total : got < size))
                yield break;
        }
    }

    /// <summary>Null: try a smaller page. At the smallest size a failure is a fault.</summary>
    private async Task<PlexContainer?> TryAsync(PlexSettings settings, string pathAndQuery, int start, int size, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await client.PageAsync(settings, pathAndQuery, start, size, cancellationToken);
            return reply.Status >= 500 && size > Smallest ? null : client.Container(reply);
        }
        catch (ServiceFault fault) when (fault.Kind == FaultKind.Timeout && size > Smallest)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Plex could not deliver a page of its list; asking for {Size} films at a time")]
    private static partial void LogSmallerPage(ILogger logger, int size);
}
