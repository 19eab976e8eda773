using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FelScanner.Core.Clients.Http;
using FelScanner.Core.Ports;
using FelScanner.Core.Settings;

namespace FelScanner.Core.Clients.Radarr;

/// <summary>Radarr's API, version 3, on the wire. Source: radarr.video/docs/api.</summary>
internal sealed class RadarrClient(Wire wire)
{
    /// <summary>A list of 50,000 films is some 250 MB; it is read film by film and never held.</summary>
    private const long MostBytes = 512L << 20;

    private static readonly RemoteService Service = RemoteService.Radarr;

    public TimeProvider Time => wire.Time;

    public async Task<RadarrStatusJson> StatusAsync(RadarrSettings settings, CancellationToken cancellationToken)
    {
        var reply = await GetAsync(settings, "system/status", Patience.Test, cancellationToken);
        return reply.Json(Service, RadarrContext.Default.RadarrStatusJson) ?? throw Faults.BrokenJson(Service, reply.Address, new InvalidDataException("The answer is empty."));
    }

    public async Task<IReadOnlyList<RadarrRootJson>> RootsAsync(RadarrSettings settings, CancellationToken cancellationToken) =>
        (await GetAsync(settings, "rootfolder", Patience.Normal, cancellationToken)).Json(Service, RadarrContext.Default.ListRadarrRootJson) ?? [];

    public async Task<IReadOnlyList<RadarrDownloadClientJson>> DownloadClientsAsync(RadarrSettings settings, CancellationToken cancellationToken) =>
        (await GetAsync(settings, "downloadclient", Patience.Test, cancellationToken)).Json(Service, RadarrContext.Default.ListRadarrDownloadClientJson) ?? [];

    /// <summary>Films one by one as they arrive, turned into what the caller keeps.</summary>
    public Task<IReadOnlyList<T>> MoviesAsync<T>(
        RadarrSettings settings, string query, Patience patience, Func<RadarrMovieJson, T> keep, CancellationToken cancellationToken) =>
        wire.StreamAsync(Service, Call(settings, HttpMethod.Get, "movie" + query) with { Patience = patience }, (response, token) => ReadAsync(response, keep, token), cancellationToken);

    public async Task RescanAsync(RadarrSettings settings, int radarrId, CancellationToken cancellationToken)
    {
        var call = Call(settings, HttpMethod.Post, "command") with
        {
            Content = () => JsonContent.Create(new RadarrRescanJson("RescanMovie", radarrId), RadarrContext.Default.RadarrRescanJson),
            Patience = Patience.Once,
        };
        var reply = await wire.SendAsync(Service, call, cancellationToken);
        if (!reply.IsSuccess)
            throw Fault(reply);
    }

    public Task<Reply> PictureAsync(RadarrSettings settings, string path, CancellationToken cancellationToken) =>
        wire.SendAsync(Service, Call(settings, HttpMethod.Get, path) with { Limit = BoundedBody.Picture, Headers = [("Accept", "image/*")] }, cancellationToken);

    public ServiceFault Fault(Reply reply) => reply.Status == 401
        ? new ServiceFault(Service.Id, FaultKind.Unauthorised, "Radarr does not accept the API key (401).", "Copy the key from Radarr's Settings → General into radarr_api_key.")
        : Faults.Status(Service, reply, wire.Time);

    private async Task<Reply> GetAsync(RadarrSettings settings, string path, Patience patience, CancellationToken cancellationToken)
    {
        var reply = await wire.SendAsync(Service, Call(settings, HttpMethod.Get, path) with { Patience = patience }, cancellationToken);
        return reply.IsSuccess ? reply : throw Fault(reply);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(HttpResponseMessage response, Func<RadarrMovieJson, T> keep, CancellationToken cancellationToken)
    {
        var address = response.RequestMessage!.RequestUri!;
        if (!response.IsSuccessStatusCode)
            throw Fault(new Reply((int)response.StatusCode, [], null, response.Headers, response.Content.Headers, address));
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
            throw Faults.Html(Service, address);
        await using var body = new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), MostBytes);
        List<T> kept = [];
        await foreach (var movie in JsonSerializer.DeserializeAsyncEnumerable(body, RadarrContext.Default.RadarrMovieJson, cancellationToken))
        {
            if (movie is { Id: not null })
                kept.Add(keep(movie));
        }

        return kept;
    }

    private static WireCall Call(RadarrSettings settings, HttpMethod method, string path) => new(method, Addresses.Under(Service, settings.Url, "api/v3/" + path))
    {
        Headers = [("Accept", "application/json")],
        SecretHeaders = settings.ApiKey.IsSet ? [("X-Api-Key", settings.ApiKey.Reveal())] : throw Faults.NoSecret(Service),
    };
}
