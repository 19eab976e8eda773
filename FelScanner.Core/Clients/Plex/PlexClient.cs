using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Plex;

/// <summary>Plex Media Server on the wire: JSON where it is asked for, the token in a header, never in an address.</summary>
internal sealed class PlexClient(Wire wire)
{
    /// <summary>"Movie" in Plex's numbers.</summary>
    public const int MovieType = 1;

    private static readonly RemoteService Service = RemoteService.Plex;

    public TimeProvider Time => wire.Time;

    /// <summary>Open to anyone: who answers there.</summary>
    public Task<PlexContainer> IdentityAsync(PlexSettings settings, Patience patience, CancellationToken cancellationToken) =>
        ReadAsync(settings, "identity", patience, cancellationToken);

    public async Task<IReadOnlyList<PlexSection>> SectionsAsync(PlexSettings settings, Patience patience, CancellationToken cancellationToken)
    {
        var container = await ReadAsync(settings, "library/sections", patience, cancellationToken);
        return
        [
            .. (container.Directory ?? []).Where(d => d is { Type: "movie", Key.Length: > 0 }).Select(d => new PlexSection(
                d.Key!, d.Title ?? d.Key!, [.. (d.Location ?? []).Select(l => l.Path).OfType<string>()])),
        ];
    }

    /// <summary>One page of a list. The answer may be an error: lists are asked again with smaller pages.</summary>
    public Task<Reply> PageAsync(PlexSettings settings, string pathAndQuery, int start, int size, CancellationToken cancellationToken)
    {
        var joint = pathAndQuery.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var call = Call(settings, HttpMethod.Get, $"{pathAndQuery}{joint}X-Plex-Container-Start={start}&X-Plex-Container-Size={size}") with { Patience = Patience.Large };
        return wire.SendAsync(
            Service,
            call with { Headers = [.. call.Headers, ("X-Plex-Container-Start", $"{start}"), ("X-Plex-Container-Size", $"{size}")] },
            cancellationToken);
    }

    /// <summary>Films in full; the answer may be an error: batches are asked again in halves.</summary>
    public Task<Reply> DetailsAsync(PlexSettings settings, IEnumerable<string> keys, CancellationToken cancellationToken) =>
        wire.SendAsync(
            Service,
            Call(settings, HttpMethod.Get, $"library/metadata/{string.Join(',', keys.Select(Addresses.Escape))}?includeGuids=1") with { Patience = Patience.Large },
            cancellationToken);

    public async Task<PlexContainer> ReadAsync(PlexSettings settings, string pathAndQuery, Patience patience, CancellationToken cancellationToken) =>
        Container(await wire.SendAsync(Service, Call(settings, HttpMethod.Get, pathAndQuery) with { Patience = patience }, cancellationToken));

    /// <summary>Does something; success has no body worth reading, but a created thing is described.</summary>
    public async Task<Reply> DoAsync(PlexSettings settings, HttpMethod method, string pathAndQuery, CancellationToken cancellationToken)
    {
        var reply = await wire.SendAsync(Service, Call(settings, method, pathAndQuery) with { Patience = Patience.Once }, cancellationToken);
        return reply.IsSuccess ? reply : throw Fault(reply);
    }

    public async Task<Reply> PictureAsync(PlexSettings settings, string path, CancellationToken cancellationToken) =>
        await wire.SendAsync(Service, Call(settings, HttpMethod.Get, path) with { Limit = BoundedBody.Picture, Headers = [("Accept", "image/*")] }, cancellationToken);

    /// <summary>The stream of notifications, open until disposed.</summary>
    public async Task<HttpResponseMessage> NotificationsAsync(PlexSettings settings, CancellationToken cancellationToken)
    {
        var call = Call(settings, HttpMethod.Get, ":/eventsource/notifications");
        var response = await wire.OpenAsync(
            Service, call with { Patience = Patience.Once, Headers = [.. call.Headers.Where(h => h.Name != "Accept"), ("Accept", "text/event-stream")] }, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw Faults.Status(Service, new Reply((int)response.StatusCode, [], null, response.Headers, response.Content.Headers, call.Address), wire.Time);
    }

    /// <summary>What the answer holds; errors come as HTML even when JSON was asked for, so the status is read first.</summary>
    public PlexContainer Container(Reply reply)
    {
        if (!reply.IsSuccess)
            throw Fault(reply);
        return reply.Json(Service, PlexContext.Default.PlexAnswer)?.MediaContainer
            ?? throw Faults.BrokenJson(Service, reply.Address, new InvalidDataException("There is no MediaContainer."));
    }

    public ServiceFault Fault(Reply reply) => reply.Status switch
    {
        401 => new(Service.Id, FaultKind.Unauthorised, "Plex does not accept the token (401).",
            "Enter a new plex_token: a password change or “sign out everywhere” makes the old one useless."),
        503 => new(Service.Id, FaultKind.Unreachable, "Plex is starting or under maintenance (503).", "Wait a few minutes."),
        _ => Faults.Status(Service, reply, wire.Time),
    };

    private static WireCall Call(PlexSettings settings, HttpMethod method, string pathAndQuery) => new(method, Addresses.Under(Service, settings.Url, pathAndQuery))
    {
        Headers =
        [
            ("Accept", "application/json"), ("X-Plex-Product", "FelScanner"), ("X-Plex-Version", "0.1"), ("X-Plex-Client-Identifier", "felscanner"),
        ],
        SecretHeaders = settings.Token.IsSet ? [("X-Plex-Token", settings.Token.Reveal())] : throw Faults.NoSecret(Service),
    };
}
