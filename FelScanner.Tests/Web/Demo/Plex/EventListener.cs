using System.Text.Json.Nodes;
using FelScanner.Web.Demo.Plex;

namespace FelScanner.Tests.Web.Demo.Plex;

/// <summary>Reads a simulated Plex's event stream.</summary>
internal sealed class EventListener(HttpClient http, StreamReader reader) : IDisposable
{
    public async Task<JsonNode> NextAsync(string name)
    {
        var isWanted = false;
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (isWanted && line.StartsWith("data: ", StringComparison.Ordinal))
                return JsonNode.Parse(line[6..])!;
            isWanted = line == $"event: {name}" || (isWanted && line.Length > 0);
        }
        throw new EndOfStreamException($"The stream ended before {name}.");
    }

    public void Dispose()
    {
        reader.Dispose();
        http.Dispose();
    }
}

internal static class EventListening
{
    /// <summary>Listens; the first notification has been read when it returns, so that nothing later is missed.</summary>
    public static async Task<EventListener> ListenAsync(this SimPlex plex)
    {
        var http = new HttpClient { BaseAddress = plex.Address };
        var stream = await http.GetStreamAsync($":/eventsource/notifications?X-Plex-Token={plex.Token}", TestContext.Current.CancellationToken);
        var listener = new EventListener(http, new StreamReader(stream));
        await listener.NextAsync("ping");
        return listener;
    }
}
