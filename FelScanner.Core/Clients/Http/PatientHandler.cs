using System.Collections.Concurrent;
using FelScanner.Core.Domain.Downloads;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FelScanner.Core.Clients.Http;

/// <summary>
/// Time limits, repeats with backoff and jitter (GET only), and a size limit on what is read. The body is read inside the limits,
/// so that a reset in its middle is tried again too; a call without a limit gets its body as a stream.
/// </summary>
internal sealed class PatientHandler(TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<Patience, ResiliencePipeline<HttpResponseMessage>> _pipelines = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var patience = request.Options.TryGetValue(Patience.Key, out var own) ? own : Patience.Normal;
        if (request.Method != HttpMethod.Get)
            patience = patience with { Retries = 0 };
        var pipeline = _pipelines.GetOrAdd(patience, Build);
        return await pipeline.ExecuteAsync(
            static async (state, token) => await state.Handler.TryAsync(state.Request, token), (Handler: this, Request: request), cancellationToken);
    }

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!request.Options.TryGetValue(Patience.LimitKey, out var limit))
            return response;
        try
        {
            var body = new ByteArrayContent(await BoundedBody.ReadAsync(response.Content, limit, cancellationToken));
            foreach (var (name, values) in response.Content.Headers)
                body.Headers.TryAddWithoutValidation(name, values);
            response.Content.Dispose();
            response.Content = body;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private ResiliencePipeline<HttpResponseMessage> Build(Patience patience)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        builder.AddTimeout(patience.Total);
        if (patience.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = patience.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(300),
                ShouldHandle = args => ValueTask.FromResult(IsPassing(args.Outcome)),
            });
        }

        return builder.AddTimeout(patience.Try).Build();
    }

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { InnerException: OutboundRefusedException } } => false,
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.NameResolutionError } } => false,
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result: { } response } => (int)response.StatusCode >= 500,
        _ => false,
    };
}
