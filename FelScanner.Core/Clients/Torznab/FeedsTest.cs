using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Torznab;

/// <summary>Tests every further feed with one request each: a Torznab server's caps, or the RSS document.</summary>
internal sealed class FeedsTest(FeedClient client) : IConnectionTest
{
    public string Service => "feeds";

    public async Task<IReadOnlyList<ConnectionReport>> TestAsync(FelSettings settings, bool byPerson, CancellationToken cancellationToken) =>
        await Task.WhenAll(settings.More.Feeds.Select(feed => TestAsync(feed, byPerson, cancellationToken)));

    private async Task<ConnectionReport> TestAsync(FeedDefinition feed, bool byPerson, CancellationToken cancellationToken)
    {
        var service = RemoteService.Feed(feed.Name);
        if (!feed.Enabled)
            return Reports.Disabled(service, $"{service.Label} is switched off.");
        if (feed.Url.Trim().Length == 0)
            return Reports.Disabled(service);
        return !byPerson
            ? Reports.NotAsked(service)
            : await Reports.TryAsync(service, client.Time, () => feed.Type == "torznab" ? TorznabAsync(service, feed, cancellationToken) : RssAsync(service, feed, cancellationToken));
    }

    private async Task<ConnectionReport> TorznabAsync(RemoteService service, FeedDefinition feed, CancellationToken cancellationToken)
    {
        var document = (await client.TorznabAsync(feed, "t=caps", FeedMemory.Empty, Patience.Feed, cancellationToken)).Document!;
        return Connected(service, document.Version is { } version ? $"Connected to {version}." : "Connected.", document.Version);
    }

    private async Task<ConnectionReport> RssAsync(RemoteService service, FeedDefinition feed, CancellationToken cancellationToken)
    {
        var count = (await client.RssAsync(feed, FeedMemory.Empty, Patience.Feed, cancellationToken)).Document?.Items.Count ?? 0;
        return Connected(service, $"Connected: {count} releases in the feed.", null);
    }

    private static ConnectionReport Connected(RemoteService service, string message, string? version) =>
        new() { Service = service.Id, Status = ConnectionStatus.Connected, Message = message, Version = version };
}
