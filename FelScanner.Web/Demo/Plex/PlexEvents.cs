using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace FelScanner.Web.Demo.Plex;

/// <summary>The server's pushed notifications as server-sent events.</summary>
public sealed class PlexEvents(TimeProvider time)
{
    private readonly ConcurrentDictionary<Channel<string>, byte> _listeners = [];

    /// <summary>How many listeners hold a connection now.</summary>
    public int Listeners => _listeners.Count;

    /// <summary>Tells that items changed: state 5 = done, 9 = deleted.</summary>
    public void Changed(IReadOnlyList<PlexItem> items, int state)
    {
        var entries = items.Select(item => (JsonNode)new JsonObject
        {
            ["identifier"] = "com.plexapp.plugins.library",
            ["sectionID"] = item.Section,
            ["itemID"] = item.RatingKey,
            ["type"] = 1,
            ["title"] = item.Film.Title,
            ["state"] = state,
            ["metadataState"] = state == 9 ? "deleted" : "created",
            ["updatedAt"] = time.GetUtcNow().ToUnixTimeSeconds(),
        }).ToArray();
        Send("timeline", new JsonObject { ["type"] = "timeline", ["size"] = entries.Count, ["TimelineEntry"] = entries });
    }

    /// <summary>Pushes one notification to everybody who listens.</summary>
    public void Send(string name, JsonObject container)
    {
        var text = $"event: {name}\ndata: {new JsonObject { ["NotificationContainer"] = container }.ToJsonString()}\n\n";
        foreach (var listener in _listeners.Keys)
            listener.Writer.TryWrite(text);
    }

    internal async Task StreamAsync(HttpContext context)
    {
        var mine = Channel.CreateUnbounded<string>();
        _listeners[mine] = 0;
        try
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("event: ping\ndata: {}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await foreach (var text in mine.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(text, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The listener hung up: that is how every such stream ends.
        }
        finally
        {
            _listeners.TryRemove(mine, out _);
        }
    }
}
