using System.Collections.Concurrent;
using FelScanner.Core.Clients.Feeds;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Torznab;

/// <summary>An answer with the document in it; the document is null when nothing changed (304).</summary>
internal sealed record FeedAnswer(Reply Reply, FeedDocument? Document);

/// <summary>RSS and Torznab addresses on the wire. An address that a server does not know with "/api" is asked without it, once.</summary>
internal sealed class FeedClient(FeedWire wire)
{
    private readonly ConcurrentDictionary<string, bool> _asTyped = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FeedDocument> _caps = new(StringComparer.Ordinal);

    public TimeProvider Time => wire.Time;

    public async Task<FeedAnswer> TorznabAsync(
        FeedDefinition feed, string query, FeedMemory memory, Patience patience, CancellationToken cancellationToken)
    {
        var asTyped = _asTyped.GetValueOrDefault(feed.Url);
        var answer = await AskAsync(feed, Torznab(feed, query, asTyped), memory, patience, cancellationToken);
        if (answer.Reply.Status == 404 && !asTyped && Torznab(feed, query, true) is var other && other != answer.Reply.Address)
        {
            answer = await AskAsync(feed, other, memory, patience, cancellationToken);
            if (answer.Reply.IsSuccess)
                _asTyped[feed.Url] = true;
        }

        return Checked(feed, answer);
    }

    /// <summary>What the server can search by; asked once and kept.</summary>
    public async Task<FeedDocument> CapsAsync(FeedDefinition feed, Patience patience, CancellationToken cancellationToken)
    {
        if (_caps.TryGetValue(feed.Url, out var known))
            return known;
        var caps = (await TorznabAsync(feed, "t=caps", FeedMemory.Empty, patience, cancellationToken)).Document!;
        return caps.Root == "caps" ? _caps[feed.Url] = caps : caps;
    }

    public async Task<FeedAnswer> RssAsync(FeedDefinition feed, FeedMemory memory, Patience patience, CancellationToken cancellationToken)
    {
        var address = Addresses.Read(feed.Url) ?? throw Faults.NoAddress(RemoteService.Feed(feed.Name));
        return Checked(feed, await AskAsync(feed, address, memory, patience, cancellationToken));
    }

    /// <summary>A call to the feed's own server with the key that belongs to it.</summary>
    public static WireCall Call(FeedDefinition feed, Uri address) => new(HttpMethod.Get, address)
    {
        Headers = [("Accept", "application/rss+xml, application/xml, text/xml, */*")],
        SecretHeaders = feed.ApiKey.IsSet && Addresses.Read(feed.Url) is { } own && Addresses.SameHost(own, address) ? [("X-Api-Key", feed.ApiKey.Reveal())] : [],
        Limit = BoundedBody.Feed,
        Patience = Patience.Feed,
        MayFollow = next => Addresses.SameHost(next, address),
    };

    private async Task<FeedAnswer> AskAsync(FeedDefinition feed, Uri address, FeedMemory memory, Patience patience, CancellationToken cancellationToken)
    {
        var service = RemoteService.Feed(feed.Name);
        var call = Call(feed, address) with { Patience = patience };
        var reply = await wire.SendAsync(service, call with { Headers = [.. call.Headers, .. Conditions.Of(memory)] }, cancellationToken);
        // Errors come as documents too, whatever their status; a page instead of one speaks for itself.
        var document = reply.Status == 304 || (!reply.IsSuccess && !StartsLikeXml(reply)) ? null : FeedXml.Read(service, reply);
        return new FeedAnswer(reply, document);
    }

    private FeedAnswer Checked(FeedDefinition feed, FeedAnswer answer)
    {
        var service = RemoteService.Feed(feed.Name);
        if (TorznabFaults.Of(service, answer.Document?.Error, answer.Reply, Time) is { } fault)
            throw fault;
        if (answer.Reply.Status != 304 && !answer.Reply.IsSuccess)
            throw TorznabFaults.OfStatus(service, answer.Reply, Time);
        if (answer.Document is { Root: not ("rss" or "RDF" or "feed" or "caps") } other)
            throw new ServiceFault(service.Id, FaultKind.BadAnswer, $"{service.Label} sent a document that is no feed (“{other.Root}”).", $"Check {service.AddressKey}.");
        return answer;
    }

    private static bool StartsLikeXml(Reply reply) => !reply.LooksLikeHtml && reply.Text.AsSpan().TrimStart('\uFEFF').TrimStart() is ['<', ..];

    private static Uri Torznab(FeedDefinition feed, string query, bool asTyped)
    {
        var service = RemoteService.Feed(feed.Name);
        var typed = Addresses.Read(feed.Url) ?? throw Faults.NoAddress(service);
        var path = typed.GetLeftPart(UriPartial.Path).TrimEnd('/');
        if (!asTyped && !path.EndsWith("/api", StringComparison.OrdinalIgnoreCase) && !path.EndsWith("/newznab", StringComparison.OrdinalIgnoreCase))
            path += "/api";
        var own = typed.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith("t=", StringComparison.Ordinal) && !(feed.ApiKey.IsSet && p.StartsWith("apikey=", StringComparison.OrdinalIgnoreCase)));
        var key = feed.ApiKey.IsSet ? [$"apikey={Addresses.Escape(feed.ApiKey.Reveal())}"] : Array.Empty<string>();
        return new Uri($"{path}?{string.Join('&', [query, .. own, .. key])}");
    }
}
