using System.Text.Json;
using FelScanner.Core.Domain.Downloads;
using FelScanner.Core.Ports;
using Polly.Timeout;

namespace FelScanner.Core.Clients.Http;

/// <summary>Sends calls and turns everything that can go wrong on the way into one <see cref="ServiceFault"/>.</summary>
internal sealed class Wire(Outbound outbound)
{
    private const int MostRedirects = 5;

    public TimeProvider Time => outbound.Time;

    /// <summary>The whole answer, whatever its status. Redirects are followed where the call allows it, at most five, each judged anew.</summary>
    public async Task<Reply> SendAsync(RemoteService service, WireCall call, CancellationToken cancellationToken)
    {
        for (var hop = 0; ; hop++)
        {
            var reply = await TryAsync(service, call, ReadWhole, buffered: true, cancellationToken);
            if (call.MayFollow is null || Target(reply) is not { } next)
                return reply;
            if (hop == MostRedirects)
                throw Faults.TooManyRedirects(service, call.Address);
            if (!call.MayFollow(next) || (call.Address.Scheme == "https" && next.Scheme != "https"))
                throw Faults.ForeignRedirect(service, call.Address, next);
            call = call.At(next);
        }
    }

    /// <summary>The answer's body as it arrives; the reader sees headers and stream, and everything is closed when it ends.</summary>
    public Task<T> StreamAsync<T>(
        RemoteService service, WireCall call, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        TryAsync(
            service,
            call,
            async (response, token) =>
            {
                // The handler's clock stops with the headers: the body gets what is left of a second one.
                using var clock = new CancellationTokenSource(call.Patience.Total, outbound.Time);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(token, clock.Token);
                return await read(response, both.Token);
            },
            buffered: false,
            cancellationToken);

    /// <summary>Opens a stream that stays open; the caller disposes the answer.</summary>
    public Task<HttpResponseMessage> OpenAsync(RemoteService service, WireCall call, CancellationToken cancellationToken) =>
        GuardAsync(service, call, token => Client(call).SendAsync(call.Request(buffered: false), HttpCompletionOption.ResponseHeadersRead, token), cancellationToken);

    private HttpClient Client(WireCall call) => outbound.Client(call.VerifyTls);

    private Task<T> TryAsync<T>(
        RemoteService service, WireCall call, Func<HttpResponseMessage, CancellationToken, Task<T>> read, bool buffered, CancellationToken cancellationToken) =>
        GuardAsync(
            service,
            call,
            async token =>
            {
                using var request = call.Request(buffered);
                using var response = await Client(call).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
                return await read(response, token);
            },
            cancellationToken);

    private static async Task<T> GuardAsync<T>(
        RemoteService service, WireCall call, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        if (OutboundPolicy.Refusal(call.Address) is { } why)
            throw Faults.Of(service, call, new OutboundRefusedException(call.Address.Host, why));
        try
        {
            return await send(cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutRejectedException or BodyTooLargeException or InvalidDataException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Faults.Of(service, call, failure);
        }
        catch (JsonException broken)
        {
            throw Faults.BrokenJson(service, call.Address, broken);
        }
    }

    private static async Task<Reply> ReadWhole(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsByteArrayAsync(cancellationToken),
        response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
        response.Headers,
        response.Content.Headers,
        response.RequestMessage!.RequestUri!);

    private static Uri? Target(Reply reply) => reply.Status is 301 or 302 or 303 or 307 or 308 && reply.Headers.Location is { } location
        ? new Uri(reply.Address, location)
        : null;
}
