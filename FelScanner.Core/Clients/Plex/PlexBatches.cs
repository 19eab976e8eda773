using System.Runtime.CompilerServices;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;
using Microsoft.Extensions.Logging;

namespace FelScanner.Core.Clients.Plex;

/// <summary>
/// Films in full, fifty a call. A batch that fails is asked for again in halves, so that one film that Plex cannot describe costs only itself;
/// several such films in a row mean that Plex itself is in trouble.
/// </summary>
internal sealed partial class PlexBatches(PlexClient client, ILogger<PlexBatches> logger)
{
    private const int Size = 50;
    private const int MostFailuresInARow = 3;

    public async IAsyncEnumerable<PlexBatch> ReadAsync(
        PlexSettings settings, IReadOnlyList<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = new Stack<string[]>(keys.Chunk(Size).Reverse());
        var failures = 0;
        while (waiting.TryPop(out var batch))
        {
            var (read, fault) = await TryAsync(settings, batch, cancellationToken);
            if (read is not null)
            {
                failures = 0;
                yield return read;
            }
            else if (batch.Length > 1)
            {
                foreach (var half in batch.Chunk((batch.Length + 1) / 2).Reverse())
                    waiting.Push(half);
            }
            else if (fault is { Kind: not FaultKind.NotFound })
            {
                if (++failures >= MostFailuresInARow)
                    throw fault;
                LogSkipped(logger, batch[0], fault.What);
                yield return new PlexBatch([], batch);
            }
        }
    }

    private async Task<(PlexBatch? Read, ServiceFault? Fault)> TryAsync(PlexSettings settings, string[] batch, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await client.DetailsAsync(settings, batch, cancellationToken);
            if (reply.Status is 400 or 404 or 414 or >= 500)
                return (null, client.Fault(reply));
            var container = client.Container(reply);
            // Plex says 404 when it knows none of them: an answer that holds nothing is no word about any film.
            return container.Metadata is { Count: > 0 } items
                ? (new PlexBatch([.. items.Select(item => PlexReading.Film(item, container)).OfType<PlexFilm>()], []), null)
                : (new PlexBatch([], batch), null);
        }
        catch (ServiceFault fault) when (fault.Kind is FaultKind.Timeout or FaultKind.BadAnswer)
        {
            return (null, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plex could not describe the film with key {Key}; it is left out: {Reason}")]
    private static partial void LogSkipped(ILogger logger, string key, string reason);
}
