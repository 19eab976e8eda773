using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Plex;

/// <summary>Plex's notifications as server-sent events: which films are done with being read (state 5) or are gone (9).</summary>
internal sealed class PlexChanges(PlexClient client)
{
    public async IAsyncEnumerable<string> ReadAsync(PlexSettings settings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await client.NotificationsAsync(settings, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var events = SseParser.Create(body).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(events))
        {
            foreach (var key in Keys(events.Current.Data))
                yield return key;
        }
    }

    /// <summary>Film keys of one notification. The list comes with or without its container, and as one entry or several.</summary>
    internal static IReadOnlyList<string> Keys(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("NotificationContainer", out var container))
                root = container;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("TimelineEntry", out var entries))
                return [];
            return entries.ValueKind == JsonValueKind.Array ? [.. entries.EnumerateArray().Select(Key).OfType<string>()] : Key(entries) is { } one ? [one] : [];
        }
        catch (JsonException)
        {
            // A notification that cannot be read concerns us no more than one about another matter; the full scan sees what it meant.
            return [];
        }
    }

    private static string? Key(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && Text(entry, "type") == "1" && Text(entry, "state") is "5" or "9" && Text(entry, "itemID") is { Length: > 0 } key ? key : null;

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static async Task<bool> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            throw new ServiceFault(RemoteService.Plex.Id, FaultKind.Unreachable, "Plex broke off its stream of notifications.", "Nothing needs to be done: the full scan sees every change.", broken);
        }
    }
}
